package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.OAuthParameters;
import dev.signet.oidc.idtoken.IdTokenHint;
import dev.signet.oidc.idtoken.IdTokenHints;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Validator of logout requests. It rejects inconsistent requests, so that they cannot redirect a browser. */
@Singleton
final class LogoutRequests {

    private final IdTokenHints hints;
    private final Clients clients;

    LogoutRequests(IdTokenHints hints, Clients clients) {
        this.hints = hints;
        this.clients = clients;
    }

    /**
     * Validates the parameters of a logout request.
     *
     * @throws ServiceException if the hint is not an ID Token of this issuer or names another client; if the client is
     *     unknown; if the redirect URI is not registered for the client
     */
    LogoutRequest read(OAuthParameters parameters) {
        IdTokenHint hint =
                parameters.first("id_token_hint").flatMap(hints::read).orElse(null);
        Client client = findClient(hint, parameters.first("client_id")).orElse(null);
        return new LogoutRequest(
                hint,
                client,
                requireRegistered(client, parameters.first("post_logout_redirect_uri")),
                parameters.first("state").orElse(null),
                parameters.first("ui_locales").orElse(null));
    }

    private Optional<Client> findClient(@Nullable IdTokenHint hint, Optional<String> clientId) {
        if (hint != null && clientId.isPresent() && !clientId.get().equals(hint.clientId())) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "client_id is not the audience of id_token_hint");
        }
        Optional<String> id = hint == null ? clientId : Optional.of(hint.clientId());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(clients.find(id.get())
                .orElseThrow(() -> new ServiceException(ErrorCode.UNKNOWN_CLIENT, "client_id is unknown")));
    }

    private static @Nullable String requireRegistered(@Nullable Client client, Optional<String> requestedUri) {
        // Without a client, no redirect URI is registered, and the user sees a page instead.
        if (client == null || requestedUri.isEmpty()) {
            return null;
        }
        if (!client.uris().postLogoutUris().contains(requestedUri.get())) {
            throw new ServiceException(
                    ErrorCode.UNREGISTERED_REDIRECT_URI, "post_logout_redirect_uri is not registered");
        }
        return requestedUri.get();
    }
}
