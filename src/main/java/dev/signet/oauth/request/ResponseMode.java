package dev.signet.oauth.request;

import java.util.Locale;
import java.util.Optional;

/**
 * Transport of an authorization response: in the query of the redirect URI, or in a form (OAuth 2.0 Form Post Response
 * Mode).
 */
public enum ResponseMode {
    QUERY,
    FORM_POST;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ResponseMode> ofWire(String value) {
        for (ResponseMode mode : values()) {
            if (mode.wire().equals(value)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
