package dev.signet.apikeys.authentication;

import dev.signet.accounts.JoinedAccount;
import dev.signet.clients.Scope;
import dev.signet.database.InvalidatingCache;
import dev.signet.database.RoundTrip;
import dev.signet.database.RoundTrips;
import dev.signet.database.SqlStatement;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.bearer.AlternativeBearerCredential;
import dev.signet.tokens.bearer.AlternativeBearerSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Verification of presented API keys. A malformed key is rejected without a query. A node caches valid keys with their
 * claims. If a key or its owner changes, the key is removed from the cache: on this node after the commit, on other
 * nodes within the reload interval.
 */
@Singleton
public class ApiKeys implements AlternativeBearerSource {

    private static final String SELECT_COLUMNS =
            "select id, scope, audience, roles, issued_at, expires_at, session_id, last_used_at, account_id";
    // A union instead of one condition with "or", for which H2 would read the whole table.
    private static final SqlStatement<byte[]> READ = SqlStatement.<byte[]>of(
                    "select presented.id, presented.scope, presented.audience, presented.roles,"
                            + " presented.issued_at, presented.expires_at, presented.former_end, presented.session_id,"
                            + " presented.last_used_at, " + JoinedAccount.COLUMNS + " from ("
                            + SELECT_COLUMNS + ", cast(null as timestamp with time zone) as former_end from api_key")
            .append(" where secret_hash = ", hash -> hash)
            .append(" and revoked_at is null union all " + SELECT_COLUMNS
                    + ", former_expires_at as former_end from api_key")
            .append(" where former_hash = ", hash -> hash)
            .append(" and revoked_at is null) presented ")
            .append(JoinedAccount.join(SqlStatement.of("presented.account_id")));
    private static final int FIRST_OF_ACCOUNT = 10;
    private static final long NO_VERSION = -1;

    private final ApiKeyVersion version;
    private final ApiKeyClaims claims;
    private final ApiKeyUsage usage;
    private final RoundTrip<byte[]> read;
    // The cache contains only valid keys, by their SHA-256.
    private final InvalidatingCache<ByteBuffer, CachedApiKey> cache;
    private final Clock clock;
    private volatile long seenVersion = NO_VERSION;

    ApiKeys(
            ApiKeyVersion version,
            ApiKeyClaims claims,
            ApiKeyUsage usage,
            RoundTrips roundTrips,
            ApiKeyAuthenticationConfig config,
            Clock clock) {
        this.version = version;
        this.claims = claims;
        this.usage = usage;
        this.read = roundTrips.of(List.of(READ));
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
        Optional<CachedApiKey> found = read.run(hash, rows -> rows.next() ? findKey(rows) : Optional.empty());
        found.filter(key -> key.isValid(clock.instant()))
                .ifPresent(key -> cache.add(ByteBuffer.wrap(hash), key, cacheVersion));
        return found;
    }

    private Optional<CachedApiKey> findKey(ResultSet rows) throws SQLException {
        Instant end = earlier(instant(rows, 6), instant(rows, 7));
        UUID id = rows.getObject(1, UUID.class);
        ApiKeyClaims.KeyContents contents = new ApiKeyClaims.KeyContents(
                id,
                Scope.ofText(rows.getString(2)),
                rows.getString(3),
                rows.getString(4),
                rows.getObject(5, OffsetDateTime.class).toInstant(),
                end);
        UUID sessionId = rows.getObject(8, UUID.class);
        Instant lastUsedAt = instant(rows, 9);
        return JoinedAccount.readActive(rows, FIRST_OF_ACCOUNT)
                .map(owner -> new CachedApiKey(
                        id,
                        new AlternativeBearerCredential(claims.of(contents, owner), sessionId),
                        end,
                        clock.instant(),
                        lastUsedAt));
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
                removeFromCache(Set.copyOf(version.changedSince(before)));
            }
            seenVersion = now;
        });
        usage.write();
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
