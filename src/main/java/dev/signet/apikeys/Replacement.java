package dev.signet.apikeys;

import dev.signet.secrets.SecretDigest;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What takes the place of an API key.
 *
 * @param key the new key itself
 * @param formerExpiresAt until when the one it replaces stays good; null if it ends at once
 */
record Replacement(
        String key,
        UUID sessionId,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant formerExpiresAt) {

    byte[] hash() {
        return SecretDigest.sha256(key);
    }

    String prefix() {
        return ApiKeyText.shown(key);
    }

    @Override
    public String toString() {
        return "Replacement[" + prefix() + "]";
    }
}
