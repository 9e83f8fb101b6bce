package dev.signet.accounts;

/** The one function by which usernames, e-mail addresses and display names are read: without outer blanks of any kind. */
public final class TrimmedName {

    private TrimmedName() {}

    /** Removes outer white space and spaces that do not break, which copying and autofill add. */
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

    // Every blank of Unicode is in the basic plane, so that no half of a surrogate pair is one.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
