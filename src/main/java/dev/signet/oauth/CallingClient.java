package dev.signet.oauth;

import dev.signet.clients.Client;
import dev.signet.clients.ClientAuthentication;
import dev.signet.clients.ClientRequest;
import dev.signet.clients.PresentedClient;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Who calls an endpoint at which clients authenticate (RFC 6749 §2.3, §3.2.1). */
@Singleton
public final class CallingClient {

    private final ClientAuthentication authentication;

    CallingClient(ClientAuthentication authentication) {
        this.authentication = authentication;
    }

    /**
     * The client that sent this request, by exactly one method of authentication.
     *
     * @throws ServiceException {@code invalid_client}, and {@code invalid_request} for two methods
     */
    public Client authenticated(OAuthParameters parameters, @Nullable String authorization) {
        return authentication.authenticate(presented(parameters, authorization));
    }

    /**
     * The same, with the count of the request.
     *
     * @throws ServiceException what {@link #authenticated} throws; {@code too_many_attempts}
     */
    public ClientRequest request(OAuthParameters parameters, @Nullable String authorization) {
        return authentication.request(presented(parameters, authorization));
    }

    /** The same as far as this node's memory knows, for the event loop; empty says nothing. */
    public Optional<Client> recognised(OAuthParameters parameters, @Nullable String authorization) {
        return authentication.recognise(presented(parameters, authorization));
    }

    private static PresentedClient presented(OAuthParameters parameters, @Nullable String authorization) {
        return new PresentedClient(
                authorization,
                parameters.first("client_id").orElse(null),
                parameters.first("client_secret").orElse(null),
                parameters.first("client_assertion_type").orElse(null),
                parameters.first("client_assertion").orElse(null));
    }
}
