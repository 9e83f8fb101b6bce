package dev.signet.clients;

import java.util.Locale;
import java.util.Optional;

/** Place that contains a mapped claim. */
public enum ClaimLocation {
    ACCESS_TOKEN,
    ID_TOKEN,
    USERINFO;

    static Optional<ClaimLocation> ofWire(String name) {
        for (ClaimLocation place : values()) {
            if (place.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
