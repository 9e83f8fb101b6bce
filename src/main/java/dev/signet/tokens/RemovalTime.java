package dev.signet.tokens;

import java.time.Duration;
import java.time.Instant;

/** When an idle session's row may go: its expiry, rounded up to a sixteenth of the refresh token's life. */
final class RemovalTime {

    private static final int STEPS = 16;

    private RemovalTime() {}

    static Instant of(Instant idleExpiresAt, Duration refreshTokenTtl) {
        long step = Math.max(1, refreshTokenTtl.toMillis() / STEPS);
        return Instant.ofEpochMilli((idleExpiresAt.toEpochMilli() / step + 1) * step);
    }
}
