package dev.signet.clients;

import java.util.Locale;
import java.util.Optional;

/** How a client shows that it is itself, by its value of {@code token_endpoint_auth_method} (RFC 7591 §2, OpenID Connect Core §9). */
public enum AuthenticationMethod {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    PRIVATE_KEY_JWT,
    /** A public client: it has nothing to show. */
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
