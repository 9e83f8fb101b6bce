package dev.signet.webhooks.event;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The kind of the subject of an event, determined by the event type. */
public enum EventSubjectKind {
    ACCOUNT,
    SESSION,
    OTHER;

    /** The detail with the account of a session event that has no actor. */
    public static final String ACCOUNT_DETAIL = "account_id";

    /**
     * Returns the kind of subject that events of a type have. The switch has no default, so that a new type without a
     * kind does not compile.
     */
    public static EventSubjectKind of(EventType type) {
        return switch (type) {
            case LOGIN_FAILED,
                    LOGIN_THROTTLED,
                    TOKEN_TOO_LARGE,
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
                    LINK_USED -> ACCOUNT;
            case LOGIN_SUCCEEDED,
                    TOKEN_REFRESHED,
                    TOKEN_REPLAYED,
                    TOKEN_EXCHANGED,
                    TICKET_REDEEMED,
                    SESSION_OPENED,
                    SESSION_ENDED,
                    CODE_REPLAYED -> SESSION;
            case DEVICE_APPROVED,
                    DEVICE_DENIED,
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
                    API_KEY_CREATED,
                    API_KEY_ROTATED,
                    API_KEY_REVOKED,
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
                    KEY_COMPROMISED -> OTHER;
        };
    }

    /** Returns the account of an event; null if it has none or the account is unknown. */
    @Nullable
    public String account(@Nullable String actor, @Nullable String subject, @Nullable String accountDetail) {
        return switch (this) {
            case ACCOUNT -> subject;
            case SESSION -> actor == null ? accountDetail : actor;
            case OTHER -> null;
        };
    }

    /**
     * Returns the ordering key: events with the same key are delivered in order. An event without a known subject has a
     * unique key.
     */
    public String key(SecurityEvent event) {
        UUID actor = event.actor();
        String account = account(
                actor == null ? null : actor.toString(),
                event.subject(),
                event.detail().get(ACCOUNT_DETAIL));
        if (account != null) {
            return account;
        }
        return event.subject() == null ? UUID.randomUUID().toString() : event.subject();
    }

    /** Returns the ordering key as SQL, for a query with the alias {@code happened}. */
    public String orderingKeySql() {
        return this == SESSION
                ? "coalesce(cast(happened.actor as varchar), happened.subject, '')"
                : "coalesce(happened.subject, '')";
    }
}
