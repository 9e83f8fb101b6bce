package dev.signet.tokens.access;

import dev.signet.jose.VerifiedJwt;
import dev.signet.secrets.SecretDigest;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cache of verified tokens by their SHA-256, so that the duration of a comparison reveals nothing about a token. Only
 * verified tokens are added, so that garbage cannot displace them. The cache has two generations of half its size: when
 * the young one is full it becomes the old one, and the entries of the old one that were not used since are dropped.
 */
final class VerifiedTokens {

    private static final int MAX_LENGTH = 4_096;

    private static final class Generations {

        final Map<ByteBuffer, VerifiedJwt> recent = new ConcurrentHashMap<>();
        final Map<ByteBuffer, VerifiedJwt> old;

        Generations(Map<ByteBuffer, VerifiedJwt> old) {
            this.old = old;
        }
    }

    private final int half;
    private volatile Generations generations = new Generations(Map.of());

    VerifiedTokens(int size) {
        this.half = (size + 1) / 2;
    }

    @Nullable
    VerifiedJwt find(String compact) {
        if (half == 0 || compact.length() > MAX_LENGTH) {
            return null;
        }
        ByteBuffer digest = digest(compact);
        Generations now = generations;
        VerifiedJwt token = now.recent.get(digest);
        if (token == null) {
            token = now.old.get(digest);
            if (token != null) {
                add(digest, token);
            }
        }
        return token;
    }

    void add(VerifiedJwt token) {
        if (half > 0 && token.compact().length() <= MAX_LENGTH) {
            add(digest(token.compact()), token);
        }
    }

    private void add(ByteBuffer digest, VerifiedJwt token) {
        Generations now = generations;
        now.recent.put(digest, token);
        if (now.recent.size() >= half) {
            startGeneration(now);
        }
    }

    private synchronized void startGeneration(Generations full) {
        if (generations == full) {
            generations = new Generations(full.recent);
        }
    }

    int size() {
        Generations now = generations;
        return now.recent.size() + now.old.size();
    }

    private static ByteBuffer digest(String compact) {
        return ByteBuffer.wrap(SecretDigest.sha256(compact));
    }
}
