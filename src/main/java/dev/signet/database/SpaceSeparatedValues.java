package dev.signet.database;

import java.util.Collection;
import java.util.List;

/** Lists of values in one column: the values, which contain no space, separated by single spaces. */
public final class SpaceSeparatedValues {

    private SpaceSeparatedValues() {}

    /** Returns the text of a list, in its order. */
    public static String join(Collection<String> values) {
        return String.join(" ", values);
    }

    /** Returns the list of a text. The empty text is the empty list. */
    public static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
