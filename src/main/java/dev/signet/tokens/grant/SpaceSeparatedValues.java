package dev.signet.tokens.grant;

import java.util.List;

/** Lists in one column of text: their values, which contain no space, separated by single spaces. */
final class SpaceSeparatedValues {

    private SpaceSeparatedValues() {}

    static String join(List<String> values) {
        return String.join(" ", values);
    }

    /** Returns the values; the empty text is the empty list. */
    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
