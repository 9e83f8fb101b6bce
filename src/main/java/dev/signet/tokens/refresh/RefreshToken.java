package dev.signet.tokens.refresh;

import dev.signet.secrets.TokenPrefix;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Refresh token: its family, its generation within the family, 256 random bits, and a MAC over these. Clients see one
 * opaque string. The MAC proves that this installation issued the token. So the reuse of a token of any earlier
 * generation is detected although no row stores it, and other text is rejected without a database query.
 */
public record RefreshToken(UUID family, int generation, String random, String value) {

    private static final String PREFIX = TokenPrefix.REFRESH_TOKEN.text();
    private static final int RANDOM_BYTES = 32;
    private static final int BODY_BYTES = 16 + 4 + RANDOM_BYTES;
    private static final int VALUE_LENGTH = PREFIX.length() + (BODY_BYTES + RefreshTokenMac.BYTES) / 3 * 4;

    /** Creates the first token of a family. */
    public static RefreshToken first(UUID family, RefreshTokenMac mac, SecureRandom random) {
        return of(family, 1, newRandom(random), mac);
    }

    /** Creates the token that replaces this one. */
    public RefreshToken replacement(RefreshTokenMac mac, SecureRandom source) {
        return of(family, generation + 1, newRandom(source), mac);
    }

    /** Rebuilds the replacement token from its random part, which was sealed for a retry. */
    public RefreshToken replacementOf(byte[] random, RefreshTokenMac mac) {
        return of(family, generation + 1, random, mac);
    }

    /** Parses a presented token. Returns null if this installation did not issue it. */
    public static @Nullable RefreshToken parse(String value, RefreshTokenMac mac) {
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

    private static byte[] newRandom(SecureRandom random) {
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
