package dev.signet.accounts.password;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PBKDF2 (RFC 8018 §5.2) as Django stores it: {@code pbkdf2_sha256$iterations$salt$hash}, or with {@code sha1}. */
final class DjangoPbkdf2 implements HashScheme {

    private static final Pattern FORM =
            Pattern.compile("pbkdf2_sha(256|1)\\$([1-9][0-9]{0,6})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{20,100}={0,2})");
    private static final int MAX_ITERATIONS = 2_000_000;

    @Override
    public Optional<ParsedHash> parse(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MAX_ITERATIONS) {
            return Optional.empty();
        }
        return HashBase64.decode(parts.group(4))
                .map(hash -> new Stored(
                        "PBKDF2WithHmacSHA" + parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        parts.group(3).getBytes(StandardCharsets.UTF_8),
                        hash));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Stored(String algorithm, int iterations, byte[] salt, byte[] hash) implements ParsedHash {

        @Override
        public boolean matches(String password) {
            PBEKeySpec keySpec = new PBEKeySpec(password.toCharArray(), salt, iterations, hash.length * 8);
            try {
                return MessageDigest.isEqual(
                        hash,
                        SecretKeyFactory.getInstance(algorithm)
                                .generateSecret(keySpec)
                                .getEncoded());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(algorithm + " is not available", e);
            } finally {
                keySpec.clearPassword();
            }
        }
    }
}
