package dev.signet.secrets;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values as text: base64url without padding (RFC 4648 §5). */
public final class RandomText {

    private static final int SECRET_BYTES = 32;

    private RandomText() {}

    /**
     * Returns 256 random bits as 43 characters. They cannot be guessed, so their {@link SecretDigest} may be stored.
     */
    public static String secret(SecureRandom random) {
        return of(SECRET_BYTES, random);
    }

    /** Returns random bytes as text: four characters for each three bytes. */
    public static String of(int bytes, SecureRandom random) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
