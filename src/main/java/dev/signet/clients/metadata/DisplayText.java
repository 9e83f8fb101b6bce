package dev.signet.clients.metadata;

import java.util.regex.Pattern;

/**
 * Text that users see: without control characters and without characters that change the direction of adjacent text.
 */
final class DisplayText {

    private static final int MAX_LENGTH = 200;
    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]");

    private DisplayText() {}

    static boolean isValid(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && !MISLEADING.matcher(text).find();
    }
}
