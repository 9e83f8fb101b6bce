package dev.signet.tokens;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Where a page of sessions ended: microseconds since the epoch and the session's id. */
record SessionCursor(Instant createdAt, UUID id) {

    static final UUID NIL = new UUID(0, 0);

    static @Nullable SessionCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,17}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw ServiceException.invalidMember("after", "not a session cursor");
        }
        int dash = text.indexOf('-');
        long micros = Long.parseLong(text.substring(0, dash));
        Instant createdAt = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        return new SessionCursor(createdAt, UUID.fromString(text.substring(dash + 1)));
    }

    static String write(Session session) {
        long micros = session.createdAt.getEpochSecond() * 1_000_000 + session.createdAt.getNano() / 1_000;
        return micros + "-" + session.id;
    }
}
