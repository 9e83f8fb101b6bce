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
 * Logout of the browser that sends the current request. No confirmation is needed if the request contains an ID Token
 * of the signed-in user, which no other site has. Otherwise the user must confirm it, because any web page can redirect
 * a browser here.
 */
@ApplicationScoped
class LogoutService {

    private final BrowserSessions browsers;
    private final Subjects subjects;
    private final LogoutConfirmations confirmations;

    LogoutService(BrowserSessions browsers, Subjects subjects, LogoutConfirmations confirmations) {
        this.browsers = browsers;
        this.subjects = subjects;
        this.confirmations = confirmations;
    }

    LogoutOutcome begin(LogoutRequest request) {
        Optional<BrowserSession> session = browsers.current();
        if (session.isPresent() && !isVerified(request, session.get())) {
            return new LogoutOutcome.ConfirmationRequired(
                    request, confirmations.issue(session.get().id(), request));
        }
        session.ifPresent(current -> browsers.end(current.id()));
        return new LogoutOutcome.Done(request, canRedirect(request, session.isPresent()));
    }

    // Without a session, the ID Token proves only that the client requested the logout, which does not suffice for a
    // client that registered itself.
    private static boolean canRedirect(LogoutRequest request, boolean hasSession) {
        Client client = request.client();
        return request.hint() != null && (hasSession || client == null || !client.hasUntrustedRedirectUris());
    }

    /**
     * Logs the browser out after the user confirmed the request.
     *
     * @throws ServiceException {@code page_expired} if this browser was not shown this request
     */
    LogoutOutcome confirm(LogoutRequest request, String confirmation) {
        BrowserSession session = browsers.current()
                .orElseThrow(() -> new ServiceException(ErrorCode.PAGE_EXPIRED, "the browser has no session"));
        confirmations.require(confirmation, session.id(), request);
        browsers.end(session.id());
        return new LogoutOutcome.Done(request, true);
    }

    private boolean isVerified(LogoutRequest request, BrowserSession session) {
        IdTokenHint hint = request.hint();
        Client client = request.client();
        return hint != null && client != null && hint.subject().equals(subjects.of(client, session.accountId()));
    }
}
