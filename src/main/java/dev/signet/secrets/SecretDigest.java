package dev.signet.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of texts. The digest hides a text only if it cannot be guessed (at least 128 random bits). The digest of any
 * other text, such as an e-mail address, has a fixed length but hides nothing. Never for passwords.
 */
public final class SecretDigest {

    private SecretDigest() {}

    /** Returns the 32-byte SHA-256 of the UTF-8 bytes of a text. */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** Compares two values in a time that depends only on their length. */
    public static boolean isEqual(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }
}
