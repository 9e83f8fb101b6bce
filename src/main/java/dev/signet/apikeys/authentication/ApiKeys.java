package dev.signet.apikeys.authentication;

import dev.signet.database.InvalidatingCache;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.bearer.AlternativeBearerCredential;
import dev.signet.tokens.bearer.AlternativeBearerSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Verification of presented API keys. A malformed key is rejected without a query. A node caches valid keys with their
 * claims. A change of a key or its owner removes the key from the cache of this node after the commit. Other nodes
 * follow within the reload interval.
 */
@Singleton
public class ApiKeys implements AlternativeBearerSource {

    private static final long NO_VERSION = -1;

    private final ApiKeyVersion version;
    private final ApiKeyClaims claims;
    private final ApiKeyUsage usage;
    private final StoredApiKeys stored;
    // The cache contains only valid keys, by their SHA-256.
    private final InvalidatingCache<ByteBuffer, CachedApiKey> cache;
    private final Clock clock;
    private volatile long seenVersion = NO_VERSION;

    ApiKeys(
            ApiKeyVersion version,
            ApiKeyClaims claims,
            ApiKeyUsage usage,
            StoredApiKeys stored,
            ApiKeyAuthenticationConfig config,
            Clock clock) {
        this.version = version;
        this.claims = claims;
        this.usage = usage;
        this.stored = stored;
        this.cache = new InvalidatingCache<>(config.cacheSize());
        this.clock = clock;
    }

    @Override
    public boolean accepts(String presented) {
        return ApiKeyFormat.hasPrefix(presented);
    }

    @Override
    public boolean isMalformed(String presented) {
        return !ApiKeyFormat.isWellFormed(presented);
    }

    @Override
    public Optional<AlternativeBearerCredential> findCached(String presented) {
        if (isMalformed(presented)) {
            return Optional.empty();
        }
        CachedApiKey cachedKey = cache.find(ByteBuffer.wrap(SecretDigest.sha256(presented)));
        return cachedKey != null && cachedKey.isFresh(clock.instant()) ? used(cachedKey) : Optional.empty();
    }

    @Override
    public Optional<AlternativeBearerCredential> find(String presented) {
        if (isMalformed(presented)) {
            return Optional.empty();
        }
        byte[] hash = SecretDigest.sha256(presented);
        CachedApiKey cachedKey = cache.find(ByteBuffer.wrap(hash));
        return cachedKey != null && cachedKey.isFresh(clock.instant())
                ? used(cachedKey)
                : read(hash).flatMap(this::used);
    }

    private Optional<AlternativeBearerCredential> used(CachedApiKey key) {
        Instant now = clock.instant();
        if (!key.isValid(now)) {
            return Optional.empty();
        }
        if (key.shouldRecordUse(now)) {
            usage.record(key.id());
        }
        return Optional.of(key.credential());
    }

    private Optional<CachedApiKey> read(byte[] hash) {
        long cacheVersion = cache.version();
        Optional<CachedApiKey> found = stored.find(hash).map(this::cached);
        found.filter(key -> key.isValid(clock.instant()))
                .ifPresent(key -> cache.add(ByteBuffer.wrap(hash), key, cacheVersion));
        return found;
    }

    private CachedApiKey cached(PresentedApiKey key) {
        return new CachedApiKey(
                key.id(),
                new AlternativeBearerCredential(claims.of(key), key.sessionId()),
                key.endsAt(),
                clock.instant(),
                key.lastUsedAt());
    }

    /** Removes keys that have changed, or whose owner has, from the cache. */
    public void removeFromCache(Set<UUID> ids) {
        cache.invalidateIf(key -> ids.contains(key.id()));
    }

    /** Removes keys changed since the last call from the cache, and stores which keys were used. */
    void refresh() {
        long before = seenVersion;
        QuarkusTransaction.requiringNew().run(() -> {
            long now = version.current();
            if (now != before && before != NO_VERSION) {
                removeFromCache(Set.copyOf(stored.changedSince(before)));
            }
            seenVersion = now;
        });
        usage.write();
    }
}
