package dev.signet.accounts;

/** Usernames, e-mail addresses and display names without outer blanks of any kind. */
public final class TrimmedName {

    private TrimmedName() {}

    /** Removes outer white space, including no-break spaces, which copying and autofill add. */
    public static String of(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    // Every blank of Unicode is in the basic plane, so half of a surrogate pair is never one.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
