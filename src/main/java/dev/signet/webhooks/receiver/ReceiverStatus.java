package dev.signet.webhooks.receiver;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status of a receiver (Shared Signals Framework 1.0 §8.1.2). */
public enum ReceiverStatus {
    ENABLED,
    /** No event is sent; events are stored for later. */
    PAUSED,
    /** No event is sent or stored. */
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
