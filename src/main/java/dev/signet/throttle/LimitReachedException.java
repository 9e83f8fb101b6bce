package dev.signet.throttle;

import java.time.Instant;

/** A counter that is full; it rolls back what was counted for the same attempt before. */
final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient byte[] key;
    final transient Instant end;

    LimitReachedException(byte[] key, Instant end) {
        super("attempt limit", null, false, false);
        this.key = key;
        this.end = end;
    }
}
