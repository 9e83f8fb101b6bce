package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.fetch.FetchRefusedException;
import dev.signet.fetch.Fetcher;
import dev.signet.fetch.PostResult;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.net.URI;
import java.util.Objects;

/** Sender of logout tokens to clients (OpenID Connect Back-Channel Logout §2.5). */
@Singleton
final class BackchannelLogout {

    private static final Logger LOG = Logger.getLogger(BackchannelLogout.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BAD_REQUEST = 400;

    private final LogoutTokens tokens;
    private final Fetcher fetcher;

    BackchannelLogout(LogoutTokens tokens, Fetcher fetcher) {
        this.tokens = tokens;
        this.fetcher = fetcher;
    }

    /**
     * Sends a logout token and returns whether the delivery is final: the client accepted the token, or rejected it
     * with status 400 (§2.8). Every other failure may be temporary.
     */
    boolean notifyClient(Client client, LogoutNotice notice) {
        // A compact JWT contains no character that a form encodes.
        String body = "logout_token=" + tokens.issue(notice, client);
        try {
            PostResult result =
                    fetcher.post(URI.create(Objects.requireNonNull(client.uris().backchannelLogoutUri())), FORM, body);
            if (!result.isAccepted()) {
                LOG.infof(
                        "Client %s returned status %d to the back-channel logout request",
                        client.id(), result.status());
            }
            return result.isAccepted() || result.status() == BAD_REQUEST;
        } catch (FetchRefusedException e) {
            LOG.infof("Cannot send the back-channel logout request to client %s: %s", client.id(), e.getMessage());
            return false;
        }
    }
}
