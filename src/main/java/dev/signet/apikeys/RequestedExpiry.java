package dev.signet.apikeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The requested expiry of an API key.
 *
 * @param at the expiry; null for never
 */
public record RequestedExpiry(@Nullable Instant at) {

    private static final int MAX_LENGTH = 40;
    private static final int LAST_YEAR = 9_999;

    /** Reads a member: null if it is absent, no expiry if it is null. */
    public static @Nullable RequestedExpiry read(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.isNull()) {
            return new RequestedExpiry(null);
        }
        String text = node.textValue();
        try {
            if (text != null && text.length() <= MAX_LENGTH) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (Math.abs(time.getYear()) < LAST_YEAR) {
                    return new RequestedExpiry(time.toInstant().truncatedTo(ChronoUnit.MICROS));
                }
            }
        } catch (DateTimeException e) {
            // The exception below covers this case too.
        }
        throw ServiceException.invalidMember("expires_at", "expires_at is not an RFC 3339 time");
    }
}
