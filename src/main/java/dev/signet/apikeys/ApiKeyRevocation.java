package dev.signet.apikeys;

import dev.signet.apikeys.authentication.CachedApiKey;
import dev.signet.audit.EventType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.ExchangedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Revokes API keys, together with the tokens exchanged for them, on every node. */
@ApplicationScoped
public class ApiKeyRevocation {

    // Much longer than a node caches a key, so that no cached entry outlives the revocation.
    private static final Duration REVOKED_RETENTION = CachedApiKey.MAX_CACHE_AGE.multipliedBy(6);

    private final ApiKeyRepository repository;
    private final ApiKeyChanges changes;
    private final ExchangedTokens exchanged;
    private final Clock clock;

    ApiKeyRevocation(ApiKeyRepository repository, ApiKeyChanges changes, ExchangedTokens exchanged, Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.exchanged = exchanged;
        this.clock = clock;
    }

    /**
     * Revokes one key of an account.
     *
     * @throws ServiceException {@code not_found} if the account has no key with that id, which does not reveal keys of
     *     others
     */
    @Transactional
    public void revoke(UUID account, UUID id, @Nullable UUID actor) {
        long version = changes.begin();
        Instant now = clock.instant();
        StoredApiKey key = repository
                .findActive(account, id, now)
                .orElseThrow(() ->
                        new ServiceException(ErrorCode.NOT_FOUND, "the account has no active API key with this id"));
        revoke(key, now, version, actor);
    }

    /** Revokes every key of an account. */
    @Transactional
    public void revokeAll(UUID account, @Nullable UUID actor) {
        revokeOlder(account, Instant.MAX, actor);
    }

    /** Revokes every key of an account that was created before an instant, even if it was rotated since. */
    @Transactional
    public void revokeOlder(UUID account, Instant instant, @Nullable UUID actor) {
        long version = changes.begin();
        Instant now = clock.instant();
        for (StoredApiKey key : repository.listActive(account, now)) {
            if (key.createdAt.isBefore(instant)) {
                revoke(key, now, version, actor);
            }
        }
    }

    private void revoke(StoredApiKey key, Instant now, long version, @Nullable UUID actor) {
        if (repository.revoke(key.id, now, now.plus(REVOKED_RETENTION), version)) {
            exchanged.end(key.sessionId);
            changes.removeFromCacheAtCommit(key.id);
            changes.record(EventType.API_KEY_REVOKED, key, actor);
        }
    }
}
