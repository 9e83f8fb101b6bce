package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.delivery.Lanes;
import dev.signet.delivery.RetryDelay;
import dev.signet.tokens.session.BrowserSessionEnded;
import dev.signet.tokens.session.ClientSession;
import dev.signet.tokens.session.ClientSessions;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notification of clients about the end of their sessions. A notice is stored in the transaction that ends the session,
 * so that none is lost, and delivered by the first node that claims it.
 */
@ApplicationScoped
public class LogoutNotices {

    private static final Logger LOG = Logger.getLogger(LogoutNotices.class);
    private static final int BATCH = 64;
    // Reasons for which no notice is stored at the end of the session: for a browser logout it is stored when the
    // browser session ends, and the other two were caused by the client or its removal.
    private static final Set<SessionEnd> KNOWN_TO_CLIENTS =
            EnumSet.of(SessionEnd.BROWSER_LOGOUT, SessionEnd.REVOKED_BY_CLIENT, SessionEnd.CLIENT_REMOVED);
    private static final int BACKOFF_FACTOR = 4;
    private static final Duration TIME_PER_CLIENT = Duration.ofSeconds(1);

    private final LogoutNoticeRepository repository;
    private final BackchannelLogout backchannel;
    private final Clients clients;
    private final ClientSessions sessions;
    private final LogoutConfig config;
    private final Clock clock;
    private final RetryDelay retryDelay;

    LogoutNotices(
            LogoutNoticeRepository repository,
            BackchannelLogout backchannel,
            Clients clients,
            ClientSessions sessions,
            LogoutConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.backchannel = backchannel;
        this.clients = clients;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
        this.retryDelay = new RetryDelay(config.retryDelay(), BACKOFF_FACTOR, random);
    }

    // Runs before the sessions of the browser session end, so that none is missed. Sessions for offline access
    // continue, but their clients are notified too (OpenID Connect Back-Channel Logout §2.7).
    void onBrowserSessionEnded(@Observes BrowserSessionEnded event) {
        for (ClientSession session : sessions.findByBrowserSession(event.browserSessionId())) {
            schedule(session.clientId(), session.accountId(), session.id());
        }
    }

    void onSessionEnded(@Observes SessionEnded event) {
        if (!KNOWN_TO_CLIENTS.contains(event.reason())) {
            schedule(event.clientId(), event.accountId(), event.sessionId());
        }
    }

    private void schedule(String clientId, UUID accountId, UUID sessionId) {
        // Before the delivery, the client is looked up again.
        if (clients.requiresFetch(clientId)
                || clients.find(clientId)
                        .filter(LogoutNotices::hasBackchannelLogout)
                        .isPresent()) {
            repository.persist(LogoutNotice.of(clientId, accountId, sessionId, now()));
        }
    }

    /** Starts the delivery of due notices, with one lane per client; does not wait for any of them. */
    void deliver(Lanes lanes) {
        QuarkusTransaction.requiringNew()
                .call(() -> repository.findDueClients(now(), BATCH))
                .forEach(clientId -> lanes.offer("client " + clientId, () -> deliverTo(clientId)));
    }

    // After a failure, or when its time is used up, the client is not called again in this run. After a failure, the
    // other due notices of the client count as attempted: otherwise they could arrive faster than they expire.
    private void deliverTo(String clientId) {
        Optional<Client> client = clients.find(clientId).filter(LogoutNotices::hasBackchannelLogout);
        boolean reachable = true;
        long end = System.nanoTime() + TIME_PER_CLIENT.toNanos();
        for (LogoutNotice notice :
                QuarkusTransaction.requiringNew().call(() -> repository.findDue(clientId, now(), BATCH))) {
            if (client.isEmpty() || notice.attempts >= config.attempts()) {
                LOG.infof(
                        "Back-channel logout of client %s for session %s failed after the last attempt",
                        notice.clientId, notice.sessionId);
                remove(notice);
            } else if (!reachable) {
                claim(notice);
            } else if (System.nanoTime() - end < 0 && claim(notice)) {
                reachable = backchannel.notifyClient(client.get(), notice);
                if (reachable) {
                    remove(notice);
                }
            }
        }
    }

    private boolean claim(LogoutNotice notice) {
        // An attempt takes less time than the shortest delay, so no other node claims the notice during it.
        Instant next = now().plus(retryDelay.after(notice.attempts + 1));
        return QuarkusTransaction.requiringNew().call(() -> repository.claim(notice.id, notice.attempts, next));
    }

    private void remove(LogoutNotice notice) {
        QuarkusTransaction.requiringNew().run(() -> repository.remove(notice.id));
    }

    private static boolean hasBackchannelLogout(Client client) {
        return client.uris().backchannelLogoutUri() != null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
