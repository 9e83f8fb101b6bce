package dev.signet.clients.authentication;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.Client;
import dev.signet.clients.registry.ClientRegistry;
import dev.signet.clients.registry.RegisteredClient;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.throttle.AttemptLimits;
import dev.signet.throttle.CountedRequest;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Client authentication (RFC 6749 §2.3, OpenID Connect Core §9) by the registered method of the client. A client that
 * the cache does not authenticate is read from the database before it is rejected. So this node knows a client or
 * secret that another node has just created. And the rejection of an unknown client takes as long as that of a wrong
 * secret.
 */
@ApplicationScoped
public class ClientAuthentication {

    private static final String CHALLENGE = "Basic realm=\"signet\"";

    private final ClientRegistry registry;
    private final ClientAssertions assertions;
    private final AttemptLimits limits;
    private final SecurityEvents events;
    private final Caller caller;
    private final Clock clock;

    ClientAuthentication(
            ClientRegistry registry,
            ClientAssertions assertions,
            AttemptLimits limits,
            SecurityEvents events,
            Caller caller,
            Clock clock) {
        this.registry = registry;
        this.assertions = assertions;
        this.limits = limits;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Returns the client if the cache alone authenticates it. Never waits, so it can be called on an event loop. An
     * empty result means that {@link #authenticate} has to decide.
     *
     * @throws ServiceException {@code invalid_request} for two authentication methods at once
     */
    public Optional<Client> findCached(ClientAuthenticationRequest authentication) {
        ClientCredential credential = ClientCredential.of(authentication);
        String id = idOf(credential);
        return id == null ? Optional.empty() : Optional.ofNullable(verified(registry.findCached(id), credential));
    }

    /**
     * Returns the authenticated client; may query the database. Must not be called inside a transaction, because a
     * failure is recorded independent of the outcome of the request.
     *
     * @throws ServiceException {@code invalid_client} equally for an unknown client, a wrong secret and a method
     *     other than the registered one; {@code invalid_request} for two methods at once; {@code too_many_attempts}
     */
    public Client authenticate(ClientAuthenticationRequest authentication) {
        return request(authentication).client();
    }

    /**
     * Authenticates like {@link #authenticate}. The result also contains the counted request, which a successful
     * request withdraws from the limit.
     *
     * @throws ServiceException the errors of {@link #authenticate}
     */
    public ClientRequest request(ClientAuthenticationRequest authentication) {
        ClientCredential credential = ClientCredential.of(authentication);
        String id = idOf(credential);
        if (id == null) {
            throw rejection("the client authentication is missing or malformed");
        }
        return tryAuthenticate(registry.findCached(id), credential).orElseGet(() -> {
            RegisteredClient stored = registry.read(id);
            return tryAuthenticate(stored, credential).orElseThrow(() -> failed(id, stored));
        });
    }

    private Optional<ClientRequest> tryAuthenticate(
            @Nullable RegisteredClient registeredClient, ClientCredential credential) {
        if (credential instanceof ClientCredential.Assertion assertion) {
            return registeredClient == null ? Optional.empty() : assertions.use(registeredClient, assertion);
        }
        return Optional.ofNullable(verified(registeredClient, credential))
                .map(client -> new ClientRequest(client, CountedRequest.UNLIMITED));
    }

    /**
     * Returns {@code token_endpoint_auth_methods_supported} (RFC 8414 §2), for all endpoints where clients
     * authenticate.
     */
    public static List<String> methods() {
        return Arrays.stream(AuthenticationMethod.values())
                .map(AuthenticationMethod::wire)
                .toList();
    }

    /**
     * Returns {@code token_endpoint_auth_signing_alg_values_supported}: the algorithms with which clients may sign
     * assertions.
     */
    public static List<String> signingAlgorithms() {
        return JwsAlgorithm.classicNames();
    }

    private @Nullable Client verified(@Nullable RegisteredClient registeredClient, ClientCredential credential) {
        if (credential instanceof ClientCredential.Secret secret) {
            boolean right = RegisteredClient.accepts(registeredClient, secret.hash(), clock.instant());
            return right
                            && registeredClient != null
                            && registeredClient.client().authenticationMethod() == secret.method()
                    ? registeredClient.client()
                    : null;
        }
        return credential instanceof ClientCredential.Name
                        && registeredClient != null
                        && registeredClient.client().isPublic()
                ? registeredClient.client()
                : null;
    }

    private static @Nullable String idOf(ClientCredential credential) {
        if (credential instanceof ClientCredential.Secret secret) {
            return secret.clientId();
        }
        if (credential instanceof ClientCredential.Assertion assertion) {
            return ClientAssertions.claimedClient(assertion).orElse(null);
        }
        return credential instanceof ClientCredential.Name name ? name.clientId() : null;
    }

    private ServiceException failed(String id, @Nullable RegisteredClient registeredClient) {
        limits.countClientFailure(id, caller.ipAddress());
        events.recordInNewTransaction(SecurityEvent.of(EventType.CLIENT_AUTHENTICATION_FAILED)
                // An unknown id could be anything, even the secret of a user.
                .client(
                        registeredClient == null
                                ? null
                                : registeredClient.client().id()));
        return rejection(
                registeredClient == null
                        ? "client not found"
                        : "the client secret or the authentication method is wrong");
    }

    private static ServiceException rejection(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_CLIENT, privateReason).challenge(CHALLENGE);
    }
}
