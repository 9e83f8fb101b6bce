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

    /** Returns the kind of subject that events of a type have. */
    public static EventSubjectKind of(EventType type) {
        return switch (type) {
            case LOGIN_FAILED, LOGIN_THROTTLED, TOKEN_TOO_LARGE, LINK_SENT, LINK_USED -> ACCOUNT;
            case LOGIN_SUCCEEDED, TOKEN_REFRESHED, TOKEN_REPLAYED, TOKEN_EXCHANGED, TICKET_REDEEMED, CODE_REPLAYED ->
                SESSION;
            default -> ofName(type.wire());
        };
    }

    private static EventSubjectKind ofName(String wire) {
        return wire.startsWith("account.") || wire.startsWith("factor.")
                ? ACCOUNT
                : wire.startsWith("session.") ? SESSION : OTHER;
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

    /** Returns the key as SQL, for a query that returns {@code actor} and {@code subject}. */
    public String keyColumn() {
        return this == SESSION
                ? "coalesce(cast(happened.actor as varchar), happened.subject, '')"
                : "coalesce(happened.subject, '')";
    }
}
