package dev.signet.clients;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.throttle.AttemptLimits;
import dev.signet.throttle.CountedRequest;
import dev.signet.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which client calls (RFC 6749 §2.3, OpenID Connect Core §9), by the one method it is registered for. Whoever is not
 * recognised from memory is looked up in the database before he is refused: so a client or a secret that another node has just
 * made is known here, and a client that does not exist takes as long to refuse as a wrong secret.
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
     * The client, if memory alone says so. Never waits, so it may be called on an event loop; empty says nothing but that
     * {@link #authenticate} has to be asked.
     *
     * @throws ServiceException {@code invalid_request} if it shows itself in two ways
     */
    public Optional<Client> recognise(PresentedClient presented) {
        Credential credential = Credential.of(presented);
        String id = idOf(credential);
        return id == null ? Optional.empty() : Optional.ofNullable(proven(registry.known(id), credential));
    }

    /**
     * The client, whatever has to be asked for it. Not to be called inside a transaction: a failure is recorded whatever becomes
     * of the request.
     *
     * @throws ServiceException {@code invalid_client} alike for a client that does not exist, a wrong secret and another method
     *     than the registered one; {@code invalid_request} for two methods at once; {@code too_many_attempts}
     */
    public Client authenticate(PresentedClient presented) {
        return request(presented).client();
    }

    /**
     * Authenticates as {@link #authenticate}, and returns the count of the request with the client.
     *
     * @throws ServiceException what {@link #authenticate} throws
     */
    public ClientRequest request(PresentedClient presented) {
        Credential credential = Credential.of(presented);
        String id = idOf(credential);
        if (id == null) {
            throw refusal("the client authentication is missing or malformed");
        }
        return authenticated(registry.known(id), credential).orElseGet(() -> {
            RegisteredClient stored = registry.read(id);
            return authenticated(stored, credential).orElseThrow(() -> failed(id, stored));
        });
    }

    private Optional<ClientRequest> authenticated(@Nullable RegisteredClient known, Credential credential) {
        if (credential instanceof Credential.Assertion assertion) {
            return known == null ? Optional.empty() : assertions.use(known, assertion);
        }
        return Optional.ofNullable(proven(known, credential))
                .map(client -> new ClientRequest(client, CountedRequest.UNLIMITED));
    }

    /** {@code token_endpoint_auth_methods_supported} (RFC 8414 §2), and of every other endpoint where clients authenticate. */
    public static List<String> methods() {
        return Arrays.stream(AuthenticationMethod.values())
                .map(AuthenticationMethod::wire)
                .toList();
    }

    /** {@code token_endpoint_auth_signing_alg_values_supported}: what a client's key may sign an assertion with. */
    public static List<String> signingAlgorithms() {
        return JwsAlgorithm.classicNames();
    }

    private @Nullable Client proven(@Nullable RegisteredClient known, Credential credential) {
        if (credential instanceof Credential.Secret secret) {
            boolean right = RegisteredClient.accepts(known, secret.hash(), clock.instant());
            return right && known != null && known.client().authenticationMethod() == secret.method()
                    ? known.client()
                    : null;
        }
        return credential instanceof Credential.Name
                        && known != null
                        && known.client().isPublic()
                ? known.client()
                : null;
    }

    private static @Nullable String idOf(Credential credential) {
        if (credential instanceof Credential.Secret secret) {
            return secret.clientId();
        }
        if (credential instanceof Credential.Assertion assertion) {
            return ClientAssertions.claimedClient(assertion).orElse(null);
        }
        return credential instanceof Credential.Name name ? name.clientId() : null;
    }

    private ServiceException failed(String id, @Nullable RegisteredClient known) {
        limits.countClientFailure(id, caller.ipAddress());
        events.recordApart(SecurityEvent.of(EventType.CLIENT_AUTHENTICATION_FAILED)
                // A name nobody has could be anything, also someone's secret.
                .client(known == null ? null : known.client().id()));
        return refusal(known == null ? "client not found" : "the client secret or the authentication method is wrong");
    }

    private static ServiceException refusal(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_CLIENT, privateReason).challenge(CHALLENGE);
    }
}
