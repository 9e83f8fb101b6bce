package dev.signet.secrets;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Random values as text: base64url without padding (RFC 4648 §5). */
public final class RandomText {

    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET_FORMAT = Pattern.compile("[A-Za-z0-9_-]{43}");

    private RandomText() {}

    /**
     * Returns 256 random bits as 43 characters. They cannot be guessed, so their {@link SecretDigest} may be stored.
     */
    public static String secret(SecureRandom random) {
        return of(SECRET_BYTES, random);
    }

    /** Returns whether a text has the form of {@link #secret}. */
    public static boolean isSecret(String text) {
        return SECRET_FORMAT.matcher(text).matches();
    }

    /** Returns random bytes as text: four characters for each three bytes. */
    public static String of(int bytes, SecureRandom random) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
