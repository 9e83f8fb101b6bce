package dev.signet.throttle;

import java.time.Instant;

/** Signals a full counter; rolls back the counters that were increased before for the same attempt. */
final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient Limit limit;
    final transient byte[] key;
    final transient Instant end;

    LimitReachedException(Limit limit, byte[] key, Instant end) {
        super("the limit of attempts is reached", null, false, false);
        this.limit = limit;
        this.key = key;
        this.end = end;
    }
}
