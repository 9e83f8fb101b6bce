package dev.signet.throttle;

import java.time.Instant;

/** Signals a full counter; rolls back the counters that were increased before for the same attempt. */
final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient byte[] key;
    final transient Instant end;

    LimitReachedException(byte[] key, Instant end) {
        super("the limit of attempts is reached", null, false, false);
        this.key = key;
        this.end = end;
    }
}
