package dev.signet.error;

/**
 * A name from a request in a form that an error response may repeat (RFC 6749 §5.2): short, visible ASCII, no quotes.
 */
public final class QuotedName {

    private static final int MAX_LENGTH = 64;

    private QuotedName() {}

    /** Returns the name with every other character replaced by {@code ?}, truncated to 64 characters. */
    public static String of(String name) {
        String cut = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
        return cut.replaceAll("[^!#-\\[\\]-~]", "?");
    }
}
