package dev.signet.clients;

import java.util.Locale;
import java.util.Optional;

/** Place that contains a mapped claim. */
public enum ClaimLocation {
    ACCESS_TOKEN,
    ID_TOKEN,
    USERINFO;

    /** Returns the location of a name in client metadata; empty for an unknown name. */
    public static Optional<ClaimLocation> ofWire(String name) {
        for (ClaimLocation location : values()) {
            if (location.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(location);
            }
        }
        return Optional.empty();
    }
}
