package dev.signet.tokens;

import dev.signet.keys.KeySchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;

/** Keeps the tables of this room bounded: what has ended or expired goes. */
@ApplicationScoped
public class TokenCleanUp {

    private final SessionRepository sessions;
    private final Revocations revocations;
    private final KeySchedule schedule;
    private final Clock clock;

    TokenCleanUp(SessionRepository sessions, Revocations revocations, KeySchedule schedule, Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Removes sessions that ended or expired longer ago than a token can live, and revocations that have expired. */
    @Transactional
    public void run() {
        sessions.removeThoseDueBefore(
                clock.instant().minus(schedule.longestTokenLife()).minus(schedule.clockSkew()));
        revocations.removeExpired();
    }
}
