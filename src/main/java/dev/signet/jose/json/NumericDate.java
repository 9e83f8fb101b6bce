package dev.signet.jose.json;

/** The valid range of a NumericDate (RFC 7519 §2): from 1970 to the end of the year 9999. */
public final class NumericDate {

    private static final long END_OF_9999 = 253_402_300_799L;

    private NumericDate() {}

    /** Returns whether seconds since the epoch are a time before the year 10000. */
    public static boolean isInRange(long seconds) {
        return seconds >= 0 && seconds <= END_OF_9999;
    }
}
