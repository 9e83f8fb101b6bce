package dev.signet.oidc.logout;

import dev.signet.clients.Clients;
import dev.signet.tokens.session.BrowserSessionEnded;
import dev.signet.tokens.session.ClientSession;
import dev.signet.tokens.session.ClientSessions;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Notices for clients about the end of their sessions. A notice is stored in the transaction that ends the session, so
 * that none is lost.
 */
@ApplicationScoped
class LogoutNotices {

    // For these reasons no notice is stored at the end of the session. The notice of a browser logout is stored when
    // the browser session ends. The client itself or its removal caused the other two.
    private static final Set<SessionEnd> WITHOUT_NOTICE =
            EnumSet.of(SessionEnd.BROWSER_LOGOUT, SessionEnd.REVOKED_BY_CLIENT, SessionEnd.CLIENT_REMOVED);

    private final LogoutNoticeRepository repository;
    private final Clients clients;
    private final ClientSessions sessions;
    private final Clock clock;

    LogoutNotices(LogoutNoticeRepository repository, Clients clients, ClientSessions sessions, Clock clock) {
        this.repository = repository;
        this.clients = clients;
        this.sessions = sessions;
        this.clock = clock;
    }

    // Runs before the sessions of the browser session end, so that none is missed. Sessions for offline access
    // continue, but their clients are notified too (OpenID Connect Back-Channel Logout §2.7).
    void onBrowserSessionEnded(@Observes BrowserSessionEnded event) {
        for (ClientSession session : sessions.findByBrowserSession(event.browserSessionId())) {
            schedule(session.clientId(), session.accountId(), session.id());
        }
    }

    void onSessionEnded(@Observes SessionEnded event) {
        if (!WITHOUT_NOTICE.contains(event.reason())) {
            schedule(event.clientId(), event.accountId(), event.sessionId());
        }
    }

    private void schedule(String clientId, UUID accountId, UUID sessionId) {
        // Before the delivery, the client is looked up again.
        if (clients.requiresFetch(clientId)
                || clients.find(clientId)
                        .filter(BackchannelLogout::isSupportedBy)
                        .isPresent()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            repository.persist(LogoutNotice.of(clientId, accountId, sessionId, now));
        }
    }
}
