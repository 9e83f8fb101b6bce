package dev.signet.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Watches the clock against the uptime. A clock that was just set forward, or at the start has not been watched yet, may
 * claim that a key's time is over when no time has passed.
 */
final class ClockGuard {

    private final Clock clock;
    private final Uptime uptime;
    private final Duration tolerance;
    private Instant lastTime;
    private Duration lastUptime;
    private Duration steadySince;

    ClockGuard(Clock clock, Uptime uptime, Duration tolerance) {
        this.clock = clock;
        this.uptime = uptime;
        this.tolerance = tolerance;
        this.lastTime = clock.instant();
        this.lastUptime = uptime.elapsed();
        this.steadySince = lastUptime;
    }

    /** For how long, by the uptime, the clock has not jumped forward. */
    synchronized Duration steadyFor() {
        Instant time = clock.instant();
        Duration up = uptime.elapsed();
        Duration gained = Duration.between(lastTime, time).minus(up.minus(lastUptime));
        if (gained.compareTo(tolerance) > 0) {
            steadySince = up;
        }
        lastTime = time;
        lastUptime = up;
        return up.minus(steadySince);
    }
}
