package dev.signet.audit;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Where a page of events ended: microseconds since the epoch and the row's id, so that equal times lose no row. */
record EventCursor(Instant at, long id) {

    static @Nullable EventCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,17}-[0-9]{1,18}")) {
            throw ServiceException.invalidMember("after", "not an event cursor");
        }
        int dash = text.indexOf('-');
        long micros = Long.parseLong(text.substring(0, dash));
        Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        return new EventCursor(at, Long.parseLong(text.substring(dash + 1)));
    }

    static String write(RecordedEvent event) {
        long micros = event.at.getEpochSecond() * 1_000_000 + event.at.getNano() / 1_000;
        return micros + "-" + event.id;
    }
}
