package dev.signet.secrets;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values as text: base64url without padding (RFC 4648 §5). */
public final class RandomText {

    private static final int SECRET_BYTES = 32;

    private RandomText() {}

    /** Returns 256 random bits, which nobody guesses and whose {@link SecretDigest} may be stored; 43 characters. */
    public static String secret(SecureRandom random) {
        return of(SECRET_BYTES, random);
    }

    /** Returns so many random bytes, as four characters for each three. */
    public static String of(int bytes, SecureRandom random) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
