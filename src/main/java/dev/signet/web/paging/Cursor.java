package dev.signet.web.paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cursors of a list: the position after a row, as text.
 *
 * @param <E> the rows
 */
public interface Cursor<E> {

    /** Returns the cursor of the position after a row. */
    String write(E row);

    /**
     * Returns the values of the attributes that sort the list, for the row of a cursor.
     *
     * @throws IllegalArgumentException if the text is not a cursor of this list
     */
    List<Object> parse(String text);

    /** Returns cursors of lists that are sorted by a time and a UUID: the time in microseconds, a dot and the id. */
    static <E> Cursor<E> ofTime(Function<E, Instant> time, Function<E, UUID> id) {
        return ofTime(time, id, UUID::fromString);
    }

    /**
     * Returns cursors of lists that are sorted by a time and an id. A cursor has the time in microseconds, a dot and
     * the id, so that no row with an equal time is omitted.
     *
     * @param parseId throws {@link IllegalArgumentException} if the text is not an id
     */
    static <E, I> Cursor<E> ofTime(Function<E, Instant> time, Function<E, I> id, Function<String, I> parseId) {
        return new TimeCursor<>(time, id, parseId);
    }

    /** Returns cursors of lists that are sorted by a unique number: the decimal number. */
    static <E> Cursor<E> ofNumber(Function<E, Long> number) {
        return new NumberCursor<>(number);
    }

    /** Returns cursors of lists that are sorted by a unique text: the text itself. */
    static <E> Cursor<E> ofText(Function<E, String> text) {
        return new TextCursor<>(text);
    }

    /** {@link #ofTime(Function, Function, Function)}. */
    record TimeCursor<E, I>(Function<E, Instant> time, Function<E, I> id, Function<String, I> parseId)
            implements Cursor<E> {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,17})\\.([0-9a-f-]{1,36})");
        private static final long MICROS = 1_000_000;

        @Override
        public String write(E row) {
            Instant at = time.apply(row);
            return at.getEpochSecond() * MICROS + at.getNano() / 1_000 + "." + id.apply(row);
        }

        @Override
        public List<Object> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("not a time and an id");
            }
            long micros = Long.parseLong(form.group(1));
            return List.of(
                    Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000), parseId.apply(form.group(2)));
        }
    }

    /** {@link #ofNumber}. */
    record NumberCursor<E>(Function<E, Long> number) implements Cursor<E> {

        private static final Pattern FORM = Pattern.compile("[0-9]{1,18}");

        @Override
        public String write(E row) {
            return Long.toString(number.apply(row));
        }

        @Override
        public List<Object> parse(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("not a number");
            }
            return List.of(Long.valueOf(text));
        }
    }

    /** {@link #ofText}. */
    record TextCursor<E>(Function<E, String> text) implements Cursor<E> {

        @Override
        public String write(E row) {
            return text.apply(row);
        }

        @Override
        public List<Object> parse(String text) {
            return List.of(text);
        }
    }
}
