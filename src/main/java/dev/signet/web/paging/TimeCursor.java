package dev.signet.web.paging;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a list sorted by time: the time in microseconds and the id of the row, so that no row with an equal
 * time is lost.
 */
public record TimeCursor<I>(Instant at, I id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})\\.([0-9a-f-]{1,36})");
    private static final long MICROS = 1_000_000;

    /**
     * Parses the result of {@link #write}; null for the first page.
     *
     * @throws ServiceException {@code invalid_request} if the text is malformed
     */
    public static <I> @Nullable TimeCursor<I> parse(PageRequest page, Function<String, I> id) {
        String text = page.after();
        if (text == null) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            long micros = Long.parseLong(form.group(1));
            try {
                return new TimeCursor<>(
                        Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000), id.apply(form.group(2)));
            } catch (IllegalArgumentException e) {
                // The exception below covers this case too.
            }
        }
        throw ServiceException.invalidMember("after", "after is not a cursor of this list");
    }

    /** Returns the cursor of the position after a row. */
    public static String write(Instant at, Object id) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000 + "." + id;
    }
}
