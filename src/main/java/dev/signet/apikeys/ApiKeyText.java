package dev.signet.apikeys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How an API key is written: {@code sgk_}, 43 random base62 digits (256 bits), and in six more the CRC-32 of all before them. So whoever
 * sees one, a secret scanner or this service, can tell a key from a typo without asking anyone.
 */
final class ApiKeyText {

    static final String PREFIX = "sgk_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;
    private static final int CHECKED = PREFIX.length() + RANDOM_DIGITS;
    private static final int SHOWN = PREFIX.length() + 6;
    private static final Pattern FORM = Pattern.compile("sgk_[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECKSUM_DIGITS) + "}");

    private ApiKeyText() {}

    static String generate(SecureRandom random) {
        StringBuilder key = new StringBuilder(CHECKED + CHECKSUM_DIGITS).append(PREFIX);
        byte[] bytes = new byte[RANDOM_DIGITS];
        while (key.length() < CHECKED) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && key.length() < CHECKED; i++) {
                // 62 and 63 are thrown away: no digit is likelier than another.
                int digit = bytes[i] & 63;
                if (digit < DIGITS.length()) {
                    key.append(DIGITS.charAt(digit));
                }
            }
        }
        return key.append(checksum(key)).toString();
    }

    /** Whether it begins as API keys do. */
    static boolean isMeant(String presented) {
        return presented.startsWith(PREFIX);
    }

    /** Whether its form and checksum are those of an API key. */
    static boolean isWellFormed(String presented) {
        return presented.length() == CHECKED + CHECKSUM_DIGITS
                && FORM.matcher(presented).matches()
                && presented.endsWith(checksum(presented.substring(0, CHECKED)));
    }

    /** As much of a key as may be shown, so that its owner can tell it from the others: 220 random bits stay hidden. */
    static String shown(String key) {
        return key.substring(0, SHOWN);
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
