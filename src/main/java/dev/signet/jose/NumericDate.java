package dev.signet.jose;

/** The valid range of a NumericDate (RFC 7519 section 2): from 1970 to the end of the year 9999. */
final class NumericDate {

    private static final long END_OF_9999 = 253_402_300_799L;

    private NumericDate() {}

    static boolean isInRange(long seconds) {
        return seconds >= 0 && seconds <= END_OF_9999;
    }
}
