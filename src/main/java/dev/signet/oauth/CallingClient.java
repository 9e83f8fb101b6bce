package dev.signet.oauth;

import dev.signet.clients.Client;
import dev.signet.clients.authentication.ClientAuthentication;
import dev.signet.clients.authentication.ClientAuthenticationRequest;
import dev.signet.clients.authentication.ClientRequest;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Authentication of the client that sends a request (RFC 6749 §2.3, §3.2.1). */
@Singleton
public final class CallingClient {

    private final ClientAuthentication authentication;

    CallingClient(ClientAuthentication authentication) {
        this.authentication = authentication;
    }

    /**
     * Authenticates the client of a request, which must use exactly one authentication method.
     *
     * @throws ServiceException {@code invalid_client}; {@code invalid_request} for two methods
     */
    public Client authenticate(OAuthParameters parameters, @Nullable String authorization) {
        return authentication.authenticate(authenticationRequest(parameters, authorization));
    }

    /**
     * Authenticates the client of a request, and returns it together with the count of the request.
     *
     * @throws ServiceException the errors of {@link #authenticate}; {@code too_many_attempts}
     */
    public ClientRequest authenticateRequest(OAuthParameters parameters, @Nullable String authorization) {
        return authentication.request(authenticationRequest(parameters, authorization));
    }

    /**
     * Authenticates the client from this node's memory only, for use on the event loop. An empty result does not mean
     * that authentication failed.
     */
    public Optional<Client> findCached(OAuthParameters parameters, @Nullable String authorization) {
        return authentication.findCached(authenticationRequest(parameters, authorization));
    }

    private static ClientAuthenticationRequest authenticationRequest(
            OAuthParameters parameters, @Nullable String authorization) {
        return new ClientAuthenticationRequest(
                authorization,
                parameters.first("client_id").orElse(null),
                parameters.first("client_secret").orElse(null),
                parameters.first("client_assertion_type").orElse(null),
                parameters.first("client_assertion").orElse(null));
    }
}
