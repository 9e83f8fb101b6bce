package dev.signet.apikeys;

import dev.signet.apikeys.authentication.ApiKeyFormat;
import dev.signet.secrets.SecretDigest;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The replacement of an API key in a rotation.
 *
 * @param key the new key itself
 * @param formerExpiresAt the expiry of the replaced key; null if it ends at once
 */
record ApiKeyReplacement(
        String key,
        UUID sessionId,
        Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant formerExpiresAt) {

    byte[] hash() {
        return SecretDigest.sha256(key);
    }

    String prefix() {
        return ApiKeyFormat.displayPrefix(key);
    }

    @Override
    public String toString() {
        return "ApiKeyReplacement[" + prefix() + "]";
    }
}
