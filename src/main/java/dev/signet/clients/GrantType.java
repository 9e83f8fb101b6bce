package dev.signet.clients;

import java.util.Optional;

/**
 * Grant type, a value of {@code grant_type} (RFC 6749, RFC 7523, RFC 8628, RFC 8693). The switches below have no
 * default, so that a new grant type without these decisions does not compile.
 */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    REFRESH_TOKEN("refresh_token"),
    CLIENT_CREDENTIALS("client_credentials"),
    DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code"),
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange"),
    JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer");

    private final String wire;

    GrantType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** Returns whether a user signs in, so that the grant may issue refresh tokens. */
    public boolean hasUserLogin() {
        return switch (this) {
            case AUTHORIZATION_CODE, DEVICE_CODE -> true;
            case REFRESH_TOKEN, CLIENT_CREDENTIALS, TOKEN_EXCHANGE, JWT_BEARER -> false;
        };
    }

    /** Returns whether clients without authentication may register the grant type. */
    public boolean allowsPublicClients() {
        return switch (this) {
            // The grant jwt-bearer itself rejects public clients.
            case AUTHORIZATION_CODE, REFRESH_TOKEN, DEVICE_CODE, JWT_BEARER -> true;
            case CLIENT_CREDENTIALS, TOKEN_EXCHANGE -> false;
        };
    }

    /** Returns whether clients may register the grant type themselves, without an administrator. */
    public boolean allowsSelfRegistration() {
        return switch (this) {
            case AUTHORIZATION_CODE, REFRESH_TOKEN, DEVICE_CODE -> true;
            case CLIENT_CREDENTIALS, TOKEN_EXCHANGE, JWT_BEARER -> false;
        };
    }

    public static Optional<GrantType> ofWire(String value) {
        for (GrantType type : values()) {
            if (type.wire.equals(value)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
