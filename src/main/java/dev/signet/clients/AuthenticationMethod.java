package dev.signet.clients;

import java.util.Locale;
import java.util.Optional;

/**
 * Authentication method of a client, a value of {@code token_endpoint_auth_method} (RFC 7591 §2, OpenID Connect Core
 * §9).
 */
public enum AuthenticationMethod {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    PRIVATE_KEY_JWT,
    /** A public client, which cannot authenticate. */
    NONE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuthenticationMethod> ofWire(String value) {
        for (AuthenticationMethod method : values()) {
            if (method.wire().equals(value)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
