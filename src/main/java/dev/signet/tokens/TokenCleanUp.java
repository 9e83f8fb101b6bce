package dev.signet.tokens;

import dev.signet.database.BatchedRemoval;
import dev.signet.keys.KeySchedule;
import dev.signet.tokens.status.StatusCleanUp;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Keeps the tables of this room bounded: what has ended or expired goes. */
@ApplicationScoped
public class TokenCleanUp {

    private final SessionRepository sessions;
    private final Revocations revocations;
    private final StatusCleanUp status;
    private final BatchedRemoval removal;
    private final KeySchedule schedule;
    private final Clock clock;

    TokenCleanUp(
            SessionRepository sessions,
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

    /** Removes sessions that ended or expired longer ago than a token can live, and revocations that have expired. */
    public void run() {
        Instant now = clock.instant();
        Instant limit = now.minus(schedule.longestTokenLife()).minus(schedule.clockSkew());
        removal.run(() -> sessions.removeThoseDueBefore(limit));
        removal.run(() -> revocations.removeExpired(now));
        status.run();
    }
}
