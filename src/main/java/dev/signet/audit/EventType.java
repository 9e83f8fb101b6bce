package dev.signet.audit;

import java.util.Locale;

/**
 * The types of security events. The wire name is the name of the constant with its first underscore replaced by a dot,
 * unless it is set explicitly.
 */
public enum EventType {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    LOGIN_THROTTLED,
    TOKEN_REFRESHED,
    TOKEN_REPLAYED,
    TOKEN_EXCHANGED,
    TOKEN_TOO_LARGE,
    TICKET_REDEEMED,
    SESSION_OPENED,
    SESSION_ENDED,
    CODE_REPLAYED,
    DEVICE_APPROVED,
    DEVICE_DENIED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    ACCOUNT_ENABLED,
    ACCOUNT_DISABLED,
    ACCOUNT_DELETED,
    ACCOUNT_ROLES_CHANGED,
    ACCOUNT_PASSWORD_CHANGED,
    ACCOUNT_EMAIL_CHANGE_UNDONE,
    ACCOUNT_NOT_BEFORE_SET,
    FACTOR_ENROLLED,
    FACTOR_REMOVED,
    FACTOR_FAILED,
    FACTOR_LOCKED,
    FACTOR_RECOVERY_CODE_USED,
    FACTOR_RECOVERY_CODES_REPLACED,
    PASSKEY_REGISTERED,
    PASSKEY_REMOVED,
    PASSKEY_COUNTER_REJECTED,
    LINK_SENT,
    LINK_USED,
    INVITATION_CREATED,
    INVITATION_DELETED,
    CONSENT_GRANTED,
    CONSENT_REVOKED,
    ROLE_CREATED,
    ROLE_DELETED,
    CLIENT_CREATED,
    CLIENT_CHANGED,
    CLIENT_DELETED,
    CLIENT_SECRET_ROTATED,
    CLIENT_AUTHENTICATION_FAILED,
    CLIENT_REGISTRATION_TOKEN_CREATED,
    CLIENT_REGISTRATION_TOKEN_DELETED,
    API_KEY_CREATED("api_key.created"),
    API_KEY_ROTATED("api_key.rotated"),
    API_KEY_REVOKED("api_key.revoked"),
    WEBHOOK_CREATED,
    WEBHOOK_CHANGED,
    WEBHOOK_DELETED,
    STREAM_CREATED,
    STREAM_CHANGED,
    STREAM_DELETED,
    KEY_CREATED,
    KEY_ACTIVATED,
    KEY_DEACTIVATED,
    KEY_DESTROYED,
    KEY_COMPROMISED;

    private final String wire;

    EventType() {
        this.wire = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    EventType(String wire) {
        this.wire = wire;
    }

    /** Returns the wire name, such as {@code account.roles_changed}. */
    public String wire() {
        return wire;
    }

    /**
     * Returns the type with a wire name.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public static EventType ofWire(String wire) {
        for (EventType type : values()) {
            if (type.wire().equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown event type");
    }
}
