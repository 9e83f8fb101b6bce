package dev.signet.webhooks.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of a delivery. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Rejected permanently, or failed until the end of the retry time; delivered again only on request. */
    PARKED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeliveryState> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
