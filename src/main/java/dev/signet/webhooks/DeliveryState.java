package dev.signet.webhooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a delivery has come. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Refused for good, or failed for as long as it is tried; made again only if somebody asks for it. */
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
