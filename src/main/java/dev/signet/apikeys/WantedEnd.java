package dev.signet.apikeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When an API key is wanted to expire.
 *
 * @param at null for never
 */
public record WantedEnd(@Nullable Instant at) {

    private static final int MAX_LENGTH = 40;
    private static final int LAST_YEAR = 9_999;

    /** Reads a member: null for an absent one, no time for a null one. */
    static @Nullable WantedEnd read(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isNull()) {
            return new WantedEnd(null);
        }
        String text = node.textValue();
        try {
            if (text != null && text.length() <= MAX_LENGTH) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (Math.abs(time.getYear()) < LAST_YEAR) {
                    return new WantedEnd(time.toInstant().truncatedTo(ChronoUnit.MICROS));
                }
            }
        } catch (DateTimeException e) {
            // falls through to the one refusal
        }
        throw ServiceException.invalidMember("expires_at", "expires_at is not an RFC 3339 time");
    }
}
