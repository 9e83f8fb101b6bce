package dev.signet.clients;

import java.util.regex.Pattern;

/**
 * Text that users see: without control characters and without characters that change the direction of adjacent text.
 */
public final class DisplayText {

    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]");

    private DisplayText() {}

    /** Returns whether a text is not blank, has at most that many characters and contains no misleading character. */
    public static boolean isValid(String text, int maxLength) {
        return !text.isBlank()
                && text.length() <= maxLength
                && !MISLEADING.matcher(text).find();
    }
}
