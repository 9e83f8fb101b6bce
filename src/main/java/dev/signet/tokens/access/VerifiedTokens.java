package dev.signet.tokens.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signet.jose.VerifiedJwt;
import dev.signet.secrets.SecretDigest;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * Cache of verified tokens by their SHA-256, so that the duration of a comparison reveals nothing about a token. Only
 * verified tokens are added, so that other text cannot displace them. Tokens that are seldom used are dropped when the
 * cache is full.
 */
final class VerifiedTokens {

    private static final int MAX_LENGTH = 4_096;

    private final boolean isOn;
    private final Cache<ByteBuffer, VerifiedJwt> tokens;

    VerifiedTokens(int size) {
        this.isOn = size > 0;
        // The thread that adds a token also drops one, so that the size is never exceeded.
        this.tokens =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    @Nullable
    VerifiedJwt find(String compact) {
        return canCache(compact) ? tokens.getIfPresent(digest(compact)) : null;
    }

    void add(VerifiedJwt token) {
        if (canCache(token.compact())) {
            tokens.put(digest(token.compact()), token);
        }
    }

    int size() {
        return tokens.asMap().size();
    }

    private boolean canCache(String compact) {
        return isOn && compact.length() <= MAX_LENGTH;
    }

    private static ByteBuffer digest(String compact) {
        return ByteBuffer.wrap(SecretDigest.sha256(compact));
    }
}
