package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Subjects;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.browser.BrowserSession;
import dev.signet.login.browser.BrowserSessions;
import dev.signet.oidc.idtoken.IdTokenHint;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/**
 * Logs the browser of the present request out: at once if the request shows an ID Token about whoever is logged in, which no other
 * site has; else only when the person has confirmed it, because any page of the web can send a browser here.
 */
@ApplicationScoped
public class LogoutService {

    private final BrowserSessions browsers;
    private final Subjects subjects;
    private final Confirmations confirmations;

    LogoutService(BrowserSessions browsers, Subjects subjects, Confirmations confirmations) {
        this.browsers = browsers;
        this.subjects = subjects;
        this.confirmations = confirmations;
    }

    LogoutStep begin(LogoutRequest request) {
        Optional<BrowserSession> session = browsers.current();
        if (session.isPresent() && !isProven(request, session.get())) {
            return new LogoutStep.Ask(request, confirmations.issue(session.get().id(), request));
        }
        session.ifPresent(present -> browsers.end(present.id()));
        return new LogoutStep.Done(request, maySendBack(request, session.isPresent()));
    }

    // Without a session, the ID Token proves only that the client requested the logout, which does not suffice for a
    // client that registered itself.
    private static boolean maySendBack(LogoutRequest request, boolean ofThisUser) {
        Client client = request.client();
        return request.hint() != null && (ofThisUser || client == null || !client.hasUntrustedRedirectUris());
    }

    /**
     * Goes on with a request that the person confirmed.
     *
     * @throws ServiceException {@code page_expired} if it is not the one this browser's person was shown
     */
    LogoutStep confirmed(LogoutRequest request, String confirmation) {
        BrowserSession session = browsers.current()
                .filter(present -> confirmations.accepts(confirmation, present.id(), request))
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.PAGE_EXPIRED, "the confirmation does not match the logout request"));
        browsers.end(session.id());
        return new LogoutStep.Done(request, true);
    }

    private boolean isProven(LogoutRequest request, BrowserSession session) {
        IdTokenHint hint = request.hint();
        Client client = request.client();
        return hint != null && client != null && hint.subject().equals(subjects.of(client, session.accountId()));
    }
}
