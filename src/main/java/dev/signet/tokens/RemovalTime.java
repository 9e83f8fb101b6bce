package dev.signet.tokens;

import java.time.Duration;
import java.time.Instant;

/**
 * Removal time of the row of an idle session: its expiry, rounded up to a sixteenth of the time to live of the refresh
 * token.
 */
final class RemovalTime {

    private static final int STEPS = 16;

    private RemovalTime() {}

    static Instant of(Instant idleExpiresAt, Duration refreshTokenTtl) {
        long step = Math.max(1, refreshTokenTtl.toMillis() / STEPS);
        return Instant.ofEpochMilli((idleExpiresAt.toEpochMilli() / step + 1) * step);
    }
}
