package dev.signet.tokens;

import dev.signet.database.BatchedRemoval;
import dev.signet.keys.KeySchedule;
import dev.signet.tokens.revocation.Revocations;
import dev.signet.tokens.session.SessionService;
import dev.signet.tokens.status.StatusCleanUp;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Removal of ended and expired rows, which keeps the tables of this package bounded. */
@ApplicationScoped
public class TokenCleanUp {

    private final SessionService sessions;
    private final Revocations revocations;
    private final StatusCleanUp status;
    private final BatchedRemoval removal;
    private final KeySchedule schedule;
    private final Clock clock;

    TokenCleanUp(
            SessionService sessions,
            Revocations revocations,
            StatusCleanUp status,
            BatchedRemoval removal,
            KeySchedule schedule,
            Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.status = status;
        this.removal = removal;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Removes revocations that have expired, and sessions that ended or expired longer ago than a token can be valid.
     */
    public void run() {
        Instant now = clock.instant();
        Instant limit = now.minus(schedule.longestTokenLife()).minus(schedule.clockSkew());
        removal.run(() -> sessions.removeDueBefore(limit));
        removal.run(() -> revocations.removeExpired(now));
        status.run();
    }
}
