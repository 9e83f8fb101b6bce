package dev.signet.secrets;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** HKDF with SHA-256 (RFC 5869): independent keys for independent purposes from one secret. */
public final class Derivation {

    private static final int HASH_BYTES = 32;

    private Derivation() {}

    /**
     * Derives a key of the given length in bytes, at most 32, for one purpose.
     *
     * @throws IllegalArgumentException if the length is not in 1..32
     */
    public static byte[] hkdfSha256(byte[] secret, String purpose, int length) {
        if (length < 1 || length > HASH_BYTES) {
            throw new IllegalArgumentException("one block of HKDF-SHA-256 has 1 to 32 bytes, not " + length);
        }
        byte[] pseudoRandomKey = hmacSha256(new byte[HASH_BYTES], secret);
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return Arrays.copyOf(hmacSha256(pseudoRandomKey, block), length);
    }

    /** Computes HMAC with SHA-256 (RFC 2104). */
    public static byte[] hmacSha256(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}
