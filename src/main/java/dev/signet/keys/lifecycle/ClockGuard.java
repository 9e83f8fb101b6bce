package dev.signet.keys.lifecycle;

import dev.signet.keys.Uptime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Detects that the clock was set forward, so that keys do not expire early: compares the clock with the uptime. The
 * clock may have been set forward a moment ago or before the start.
 */
final class ClockGuard {

    private final Clock clock;
    private final Uptime uptime;
    private final Duration tolerance;
    private Instant lastTime;
    private Duration lastUptime;
    private Duration stableSince;

    ClockGuard(Clock clock, Uptime uptime, Duration tolerance) {
        this.clock = clock;
        this.uptime = uptime;
        this.tolerance = tolerance;
        this.lastTime = clock.instant();
        this.lastUptime = uptime.elapsed();
        this.stableSince = lastUptime;
    }

    /** Returns how long, measured by the uptime, the clock has not jumped forward. */
    synchronized Duration stableFor() {
        Instant time = clock.instant();
        Duration up = uptime.elapsed();
        Duration jump = Duration.between(lastTime, time).minus(up.minus(lastUptime));
        if (jump.compareTo(tolerance) > 0) {
            stableSince = up;
        }
        lastTime = time;
        lastUptime = up;
        return up.minus(stableSince);
    }
}
