package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.clients.Clients;
import dev.signet.fetch.Lanes;
import dev.signet.fetch.RetryDelay;
import dev.signet.tokens.BrowserSessionEnded;
import dev.signet.tokens.ClientSessions;
import dev.signet.tokens.SessionEnd;
import dev.signet.tokens.SessionEnded;
import dev.signet.tokens.StartedSession;
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
 * Tells clients that their sessions are over: noted in the transaction that ends the session, so that no logout is forgotten,
 * and delivered by whichever node takes it first.
 */
@ApplicationScoped
public class LogoutNotices {

    private static final Logger LOG = Logger.getLogger(LogoutNotices.class);
    private static final int BATCH = 64;
    // The first is noted when the browser session ends, the others the client did itself, or is not there any more to
    // be told.
    private static final Set<SessionEnd> KNOWN_TO_CLIENTS =
            EnumSet.of(SessionEnd.BROWSER_LOGOUT, SessionEnd.REVOKED_BY_CLIENT, SessionEnd.CLIENT_REMOVED);
    private static final int SLOWER = 4;
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);

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
        this.retryDelay = new RetryDelay(config.retryDelay(), SLOWER, LONGEST_DELAY, random);
    }

    // Before those end that end with it, so that none is forgotten; those for offline access go on, and their clients
    // hear of it all the same (OpenID Connect Back-Channel Logout §2.7).
    void onBrowserSessionEnded(@Observes BrowserSessionEnded event) {
        for (StartedSession session : sessions.startedFrom(event.browserSessionId())) {
            note(session.clientId(), session.accountId(), session.id());
        }
    }

    void onSessionEnded(@Observes SessionEnded event) {
        if (!KNOWN_TO_CLIENTS.contains(event.reason())) {
            note(event.clientId(), event.accountId(), event.sessionId());
        }
    }

    private void note(String clientId, UUID accountId, UUID sessionId) {
        // Whether it listens is asked again before it is told.
        if (clients.isElsewhere(clientId)
                || clients.find(clientId).filter(LogoutNotices::listens).isPresent()) {
            repository.persist(LogoutNotice.of(clientId, accountId, sessionId, now()));
        }
    }

    /** Has what is due delivered, to each client on its own lane; waits for none of them. */
    void deliver(Lanes lanes) {
        QuarkusTransaction.requiringNew()
                .call(() -> repository.clientsDue(now(), BATCH))
                .forEach(clientId -> lanes.offer(clientId, () -> deliverTo(clientId)));
    }

    // One that fails is left alone until the next time, as is one that is slow, after its turn. What is there for one
    // that fails
    // counts as tried, or it would come faster than it goes.
    private void deliverTo(String clientId) {
        Optional<Client> client = clients.find(clientId).filter(LogoutNotices::listens);
        boolean answers = true;
        long end = System.nanoTime() + TURN.toNanos();
        for (LogoutNotice notice :
                QuarkusTransaction.requiringNew().call(() -> repository.due(clientId, now(), BATCH))) {
            if (client.isEmpty() || notice.attempts >= config.attempts()) {
                LOG.infof(
                        "Back-channel logout of client %s for session %s failed after the last attempt",
                        notice.clientId, notice.sessionId);
                remove(notice);
            } else if (!answers) {
                claim(notice);
            } else if (System.nanoTime() - end < 0 && claim(notice)) {
                answers = backchannel.tell(client.get(), notice);
                if (answers) {
                    remove(notice);
                }
            }
        }
    }

    private boolean claim(LogoutNotice notice) {
        // The attempt itself takes less than the shortest delay, so nobody else begins it meanwhile.
        Instant next = now().plus(retryDelay.after(notice.attempts + 1));
        return QuarkusTransaction.requiringNew().call(() -> repository.claim(notice.id, notice.attempts, next));
    }

    private void remove(LogoutNotice notice) {
        QuarkusTransaction.requiringNew().run(() -> repository.remove(notice.id));
    }

    private static boolean listens(Client client) {
        return client.redirects().backchannelLogoutUri() != null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
