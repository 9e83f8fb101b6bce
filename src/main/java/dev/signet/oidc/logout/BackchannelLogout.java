package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.fetch.FetchRefusedException;
import dev.signet.fetch.Fetcher;
import dev.signet.fetch.Posted;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.net.URI;
import java.util.Objects;

/** Posts a logout token to a client (OpenID Connect Back-Channel Logout §2.5). */
@Singleton
final class BackchannelLogout {

    private static final Logger LOG = Logger.getLogger(BackchannelLogout.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int REFUSED = 400;

    private final LogoutTokens tokens;
    private final Fetcher fetcher;

    BackchannelLogout(LogoutTokens tokens, Fetcher fetcher) {
        this.tokens = tokens;
        this.fetcher = fetcher;
    }

    /** Whether the client took the token or refused it for good (§2.8); anything else may get better. */
    boolean tell(Client client, LogoutNotice notice) {
        // A compact JWT has no character that a form would encode.
        String body = "logout_token=" + tokens.issue(notice, client);
        try {
            Posted posted = fetcher.post(
                    URI.create(Objects.requireNonNull(client.redirects().backchannelLogoutUri())), FORM, body);
            if (!posted.isAccepted()) {
                LOG.infof(
                        "Client %s returned status %d to the back-channel logout request",
                        client.id(), posted.status());
            }
            return posted.isAccepted() || posted.status() == REFUSED;
        } catch (FetchRefusedException e) {
            LOG.infof("Cannot send the back-channel logout request to client %s: %s", client.id(), e.getMessage());
            return false;
        }
    }
}
