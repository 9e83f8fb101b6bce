package dev.signet.accounts.password;

import org.bouncycastle.crypto.generators.SCrypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** scrypt (RFC 7914) as Django stores it: {@code scrypt$n$salt$r$p$hash}. */
final class DjangoScrypt implements HashScheme {

    private static final Pattern FORM = Pattern.compile("scrypt\\$([1-9][0-9]{0,6})\\$([^$]{1,128})"
            + "\\$([1-9][0-9]?)\\$([1-9][0-9]?)\\$([A-Za-z0-9+/]{20,100}={0,2})");
    private static final int BLOCK_BYTES = 128;
    private static final int BYTES_PER_KIB = 1024;
    private static final int MAX_MEMORY = 128 * 1024 * 1024;
    private static final long MAX_WORK = 1L << 22;

    @Override
    public Optional<ParsedHash> parse(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int n = Integer.parseInt(parts.group(1));
        int r = Integer.parseInt(parts.group(3));
        int p = Integer.parseInt(parts.group(4));
        if (n < 2
                || Integer.bitCount(n) != 1
                || (long) BLOCK_BYTES * n * r > MAX_MEMORY
                || (long) n * r * p > MAX_WORK) {
            return Optional.empty();
        }
        byte[] salt = parts.group(2).getBytes(StandardCharsets.UTF_8);
        return HashBase64.decode(parts.group(5)).map(hash -> new Stored(n, r, p, salt, hash));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Stored(int n, int r, int p, byte[] salt, byte[] hash) implements ParsedHash {

        @Override
        public boolean matches(String password) {
            byte[] secret = password.getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(hash, SCrypt.generate(secret, salt, n, r, p, hash.length));
        }

        @Override
        public int memoryKib() {
            return BLOCK_BYTES * n * r / BYTES_PER_KIB;
        }
    }
}
