package dev.signet.accounts.factor;

import dev.signet.secrets.SecretDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * One-time codes of RFC 6238 with the parameters that every authenticator app supports: HMAC-SHA-1, six digits, steps
 * of thirty seconds.
 */
final class Totp {

    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final int TOLERATED_STEPS = 1;
    private static final int[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Totp() {}

    /**
     * Returns the time step of a code: the current one, the previous one or the next one (RFC 6238 §5.2); empty if it
     * matches none.
     */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        // The loop never ends early, so that its duration does not reveal the step.
        for (long step = present - TOLERATED_STEPS; step <= present + TOLERATED_STEPS; step++) {
            if (SecretDigest.isEqual(ascii(hotp(secret, step, DIGITS)), ascii(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Returns the HOTP value of a counter (RFC 4226 §5.3), with at most eight digits. */
    static String hotp(byte[] secret, long counter, int digits) {
        byte[] mac = hmacSha1(
                secret, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = mac[mac.length - 1] & 0xF;
        int value = ByteBuffer.wrap(mac).getInt(offset) & 0x7FFF_FFFF;
        String text = Integer.toString(value % POWERS_OF_TEN[digits]);
        return "0".repeat(digits - text.length()) + text;
    }

    private static byte[] hmacSha1(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is not available", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
