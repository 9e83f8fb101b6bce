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

/** Reads logout requests, and refuses those that do not hold together: nobody is sent anywhere by them. */
@Singleton
final class LogoutRequests {

    private final IdTokenHints hints;
    private final Clients clients;

    LogoutRequests(IdTokenHints hints, Clients clients) {
        this.hints = hints;
        this.clients = clients;
    }

    /**
     * The request these parameters make.
     *
     * @throws ServiceException if the hint is not this issuer's, names another client than {@code client_id} does, or the address
     *     to return to is not registered for the client, letter by letter
     */
    LogoutRequest read(OAuthParameters parameters) {
        IdTokenHint hint =
                parameters.first("id_token_hint").flatMap(hints::read).orElse(null);
        Client client = client(hint, parameters.first("client_id")).orElse(null);
        return new LogoutRequest(
                hint,
                client,
                redirectUri(client, parameters.first("post_logout_redirect_uri")),
                parameters.first("state").orElse(null),
                parameters.first("ui_locales").orElse(null));
    }

    private Optional<Client> client(@Nullable IdTokenHint hint, Optional<String> said) {
        if (hint != null && said.isPresent() && !said.get().equals(hint.clientId())) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "client_id is not the audience of id_token_hint");
        }
        Optional<String> id = hint == null ? said : Optional.of(hint.clientId());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(clients.find(id.get())
                .orElseThrow(() -> new ServiceException(ErrorCode.UNKNOWN_CLIENT, "client_id is unknown")));
    }

    private static @Nullable String redirectUri(@Nullable Client client, Optional<String> wanted) {
        // Without a client there is nothing it could be registered for, and the person is shown a page instead.
        if (client == null || wanted.isEmpty()) {
            return null;
        }
        if (!client.redirects().postLogoutUris().contains(wanted.get())) {
            throw new ServiceException(
                    ErrorCode.UNREGISTERED_REDIRECT_URI, "post_logout_redirect_uri is not registered");
        }
        return wanted.get();
    }
}
