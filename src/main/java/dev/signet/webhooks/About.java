package dev.signet.webhooks;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What the subject of an event is, by the event's type. */
enum About {
    ACCOUNT,
    SESSION,
    OTHER;

    /** The detail by which an event of a session that nobody acted on names the account. */
    static final String ACCOUNT_DETAIL = "account_id";

    static About of(EventType type) {
        return switch (type) {
            case LOGIN_FAILED, LOGIN_THROTTLED, TOKEN_TOO_LARGE, LINK_SENT, LINK_USED -> ACCOUNT;
            case LOGIN_SUCCEEDED, TOKEN_REFRESHED, TOKEN_REPLAYED, TOKEN_EXCHANGED, TICKET_REDEEMED, CODE_REPLAYED ->
                SESSION;
            default -> ofName(type.wire());
        };
    }

    private static About ofName(String wire) {
        return wire.startsWith("account.") || wire.startsWith("factor.")
                ? ACCOUNT
                : wire.startsWith("session.") ? SESSION : OTHER;
    }

    /** The account an event is about; null if it is about none or none is known. */
    @Nullable
    String account(@Nullable String actor, @Nullable String subject, @Nullable String named) {
        return switch (this) {
            case ACCOUNT -> subject;
            case SESSION -> actor == null ? named : actor;
            case OTHER -> null;
        };
    }

    /** Whatever has one of these is told in order; something of its own for what is about nobody known. */
    String key(SecurityEvent event) {
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

    /** The same in SQL, for a query that gives {@code actor} and {@code subject}. */
    String keyColumn() {
        return this == SESSION
                ? "coalesce(cast(happened.actor as varchar), happened.subject, '')"
                : "coalesce(happened.subject, '')";
    }
}
