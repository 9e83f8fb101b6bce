package dev.signet.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a receiver is told (Shared Signals Framework 1.0 §8.1.2). */
public enum ReceiverStatus {
    ENABLED,
    /** Nothing is sent; what happens is kept for later. */
    PAUSED,
    /** Nothing is sent, nothing is kept. */
    DISABLED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReceiverStatus> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }
}
