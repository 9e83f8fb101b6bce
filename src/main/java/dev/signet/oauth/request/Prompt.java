package dev.signet.oauth.request;

import java.util.Locale;
import java.util.Optional;

/** Value of the {@code prompt} parameter (OpenID Connect Core §3.1.2.1). */
public enum Prompt {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Prompt> ofWire(String value) {
        for (Prompt prompt : values()) {
            if (prompt.wire().equals(value)) {
                return Optional.of(prompt);
            }
        }
        return Optional.empty();
    }
}
