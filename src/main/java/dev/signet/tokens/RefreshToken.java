package dev.signet.tokens;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * A refresh token: the family it belongs to, its generation within it, 256 random bits, and a MAC over these. The MAC lets a
 * token of any earlier generation be known as ours, so that its replay is recognised although no row remembers it, and
 * garbage costs no database. Clients see one opaque string.
 */
record RefreshToken(UUID family, int generation, String random, String value) {

    static final String PREFIX = "sgr_";

    private static final int RANDOM_BYTES = 32;
    private static final int BODY_BYTES = 16 + 4 + RANDOM_BYTES;
    private static final int VALUE_LENGTH = PREFIX.length() + (BODY_BYTES + RefreshTokenMac.BYTES) / 3 * 4;

    static RefreshToken first(UUID family, RefreshTokenMac mac, SecureRandom random) {
        return of(family, 1, freshRandom(random), mac);
    }

    RefreshToken successor(RefreshTokenMac mac, SecureRandom source) {
        return of(family, generation + 1, freshRandom(source), mac);
    }

    /** Builds the successor anew from the random part that was sealed for a retry. */
    RefreshToken successorOf(byte[] random, RefreshTokenMac mac) {
        return of(family, generation + 1, random, mac);
    }

    /** Reads a presented token; null if this installation never made it. */
    static @Nullable RefreshToken parse(String value, RefreshTokenMac mac) {
        if (value.length() != VALUE_LENGTH || !value.startsWith(PREFIX)) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(value.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length != BODY_BYTES + RefreshTokenMac.BYTES || !mac.matches(bytes, BODY_BYTES)) {
            return null;
        }
        ByteBuffer body = ByteBuffer.wrap(bytes);
        UUID family = new UUID(body.getLong(), body.getLong());
        int generation = body.getInt();
        byte[] random = new byte[RANDOM_BYTES];
        body.get(random);
        return new RefreshToken(family, generation, encode(random), value);
    }

    byte[] randomBytes() {
        return Base64.getUrlDecoder().decode(random);
    }

    private static RefreshToken of(UUID family, int generation, byte[] random, RefreshTokenMac mac) {
        byte[] body = ByteBuffer.allocate(BODY_BYTES + RefreshTokenMac.BYTES)
                .putLong(family.getMostSignificantBits())
                .putLong(family.getLeastSignificantBits())
                .putInt(generation)
                .put(random)
                .array();
        mac.append(body, BODY_BYTES);
        return new RefreshToken(family, generation, encode(random), PREFIX + encode(body));
    }

    private static byte[] freshRandom(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "RefreshToken[family=" + family + ", generation=" + generation + "]";
    }
}
