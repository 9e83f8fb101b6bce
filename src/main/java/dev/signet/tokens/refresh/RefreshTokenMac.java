package dev.signet.tokens.refresh;

import dev.signet.keys.encryption.KeyEncryptionKey;
import dev.signet.secrets.Derivation;
import jakarta.inject.Singleton;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA-256, truncated to 112 bits, by which this installation recognises its own refresh tokens. The MAC alone
 * grants nothing.
 */
@Singleton
public final class RefreshTokenMac {

    static final int BYTES = 14;

    private final byte[] key;

    RefreshTokenMac(KeyEncryptionKey installation) {
        this.key = installation.derive("refresh token authenticity");
    }

    void append(byte[] buffer, int length) {
        System.arraycopy(of(buffer, length), 0, buffer, length, BYTES);
    }

    boolean matches(byte[] buffer, int length) {
        return MessageDigest.isEqual(of(buffer, length), Arrays.copyOfRange(buffer, length, length + BYTES));
    }

    private byte[] of(byte[] buffer, int length) {
        return Arrays.copyOf(Derivation.hmacSha256(key, Arrays.copyOf(buffer, length)), BYTES);
    }
}
