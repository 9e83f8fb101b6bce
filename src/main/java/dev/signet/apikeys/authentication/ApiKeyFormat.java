package dev.signet.apikeys.authentication;

import dev.signet.secrets.TokenPrefix;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text form of an API key: {@code sgk_}, 43 random base62 digits (256 bits), and six digits with the CRC-32 of
 * everything before them. So secret scanners and this service can tell a key from a typo without a query.
 */
public final class ApiKeyFormat {

    private static final String PREFIX = TokenPrefix.API_KEY.text();

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;
    private static final int CHECKED_LENGTH = PREFIX.length() + RANDOM_DIGITS;
    private static final int DISPLAYED_LENGTH = PREFIX.length() + 6;
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECKSUM_DIGITS) + "}");

    private ApiKeyFormat() {}

    /** Returns a new random key. */
    public static String generate(SecureRandom random) {
        StringBuilder key = new StringBuilder(CHECKED_LENGTH + CHECKSUM_DIGITS).append(PREFIX);
        byte[] bytes = new byte[RANDOM_DIGITS];
        while (key.length() < CHECKED_LENGTH) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && key.length() < CHECKED_LENGTH; i++) {
                // 62 and 63 are discarded, so that all digits have the same probability.
                int digit = bytes[i] & 63;
                if (digit < DIGITS.length()) {
                    key.append(DIGITS.charAt(digit));
                }
            }
        }
        return key.append(checksum(key)).toString();
    }

    /** Returns whether the text begins like an API key. */
    static boolean hasPrefix(String presented) {
        return TokenPrefix.API_KEY.isPrefixOf(presented);
    }

    /** Returns whether the text has the form and the checksum of an API key. */
    static boolean isWellFormed(String presented) {
        return presented.length() == CHECKED_LENGTH + CHECKSUM_DIGITS
                && FORM.matcher(presented).matches()
                && presented.endsWith(checksum(presented.substring(0, CHECKED_LENGTH)));
    }

    /**
     * Returns the part of a key that may be displayed, so that its owner can distinguish it; 220 random bits stay
     * hidden.
     */
    public static String displayPrefix(String key) {
        return key.substring(0, DISPLAYED_LENGTH);
    }

    private static String checksum(CharSequence checked) {
        CRC32 crc = new CRC32();
        crc.update(checked.toString().getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM_DIGITS];
        long rest = crc.getValue();
        for (int i = CHECKSUM_DIGITS - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }
}
