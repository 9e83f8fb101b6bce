package dev.signet.accounts.name;

/** Usernames, e-mail addresses and display names without leading and trailing white space. */
public final class TrimmedName {

    private TrimmedName() {}

    /** Removes leading and trailing white space, including no-break spaces, which copying and autofill add. */
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

    // Every Unicode space is in the basic plane, so half of a surrogate pair is never a space.
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
