package dev.signet.accounts.password;

import org.bouncycastle.crypto.generators.BCrypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * bcrypt, bare ({@code $2a$}, {@code $2b$}, {@code $2y$}) or as Django stores it: with the prefix {@code bcrypt$}, or
 * {@code bcrypt_sha256$}, which hashes the hexadecimal SHA-256 of the password. Plain bcrypt reads only the first 72
 * bytes; the upgrade at the first login removes this limit.
 */
final class Bcrypt implements HashScheme {

    private static final Pattern FORM = Pattern.compile(
            "(bcrypt_sha256\\$|bcrypt\\$)?\\$2[aby]\\$(0[4-9]|1[0-5])\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final String ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MAX_READ = 72;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 23;
    // bcrypt reads a C string: the terminating zero is part of the key if it fits into the 72 bytes.
    private static final boolean WITH_TERMINATING_ZERO = true;

    @Override
    public Optional<ParsedHash> parse(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Stored(
                "bcrypt_sha256$".equals(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                decode(parts.group(3), SALT_BYTES),
                decode(parts.group(4), HASH_BYTES)));
    }

    private static byte[] decode(String text, int length) {
        byte[] bytes = new byte[length];
        int bits = 0;
        int buffer = 0;
        int next = 0;
        for (int i = 0; i < text.length() && next < length; i++) {
            buffer = buffer << 6 | ALPHABET.indexOf(text.charAt(i));
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Stored(boolean digestFirst, int cost, byte[] salt, byte[] hash) implements ParsedHash {

        @Override
        public boolean matches(String password) {
            byte[] secret = password.getBytes(StandardCharsets.UTF_8);
            byte[] key = truncated(digestFirst ? hexDigest(secret) : secret);
            byte[] computed = BCrypt.generate(key, salt, cost, WITH_TERMINATING_ZERO);
            return MessageDigest.isEqual(hash, Arrays.copyOf(computed, HASH_BYTES));
        }
    }

    private static byte[] truncated(byte[] secret) {
        return Arrays.copyOf(secret, Math.min(secret.length, MAX_READ));
    }

    private static byte[] hexDigest(byte[] secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
