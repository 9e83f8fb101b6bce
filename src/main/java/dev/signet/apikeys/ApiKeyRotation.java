package dev.signet.apikeys;

import dev.signet.accounts.AccountService;
import dev.signet.apikeys.authentication.ApiKeyFormat;
import dev.signet.audit.EventType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.ExchangedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Rotation of API keys: a key receives a new secret, and the former one stays valid for a time, so that clients can
 * change over.
 */
@ApplicationScoped
public class ApiKeyRotation {

    public static final Duration MAX_OVERLAP = Duration.ofDays(30);

    private final ApiKeyRepository repository;
    private final ApiKeyChanges changes;
    private final AccountService accounts;
    private final ExchangedTokens exchanged;
    private final ApiKeyExpiry expiry;
    private final ApiKeysConfig config;
    private final Clock clock;
    private final SecureRandom random;

    ApiKeyRotation(
            ApiKeyRepository repository,
            ApiKeyChanges changes,
            AccountService accounts,
            ExchangedTokens exchanged,
            ApiKeyExpiry expiry,
            ApiKeysConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.changes = changes;
        this.accounts = accounts;
        this.exchanged = exchanged;
        this.expiry = expiry;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Rotates a key. While the key before the current one is still valid, only a rotation without overlap is allowed.
     * Otherwise a third valid key would replace one that is in use.
     *
     * @param overlap the time for which the current key stays valid; null for the configured default
     * @throws ServiceException {@code not_found}; {@code conflict} if the key was rotated concurrently, a former key is
     *     still valid, or the account may not receive tokens
     */
    @Transactional
    public ApiKeyView rotate(
            UUID account, UUID id, @Nullable RequestedExpiry end, @Nullable Duration overlap, @Nullable UUID actor) {
        // The hash is read before the change begins, so that the second of two concurrent rotations finds the key
        // replaced.
        byte[] present = repository.secretHash(id).orElseThrow(ApiKeyRotation::notFound);
        long version = changes.begin();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredApiKey key = repository.findActive(account, id, now).orElseThrow(ApiKeyRotation::notFound);
        if (accounts.findActive(account).isEmpty()) {
            throw new ServiceException(ErrorCode.CONFLICT, "the account may not receive tokens");
        }
        Duration kept = overlap == null ? config.formerKeyTtl() : overlap;
        Instant formerEnd = kept.isZero() ? null : earlier(now.plus(kept), key.expiresAt);
        if (formerEnd != null && key.formerExpiresAt != null && key.formerExpiresAt.isAfter(now)) {
            throw new ServiceException(ErrorCode.CONFLICT, "the former key is still valid");
        }
        UUID sessionId = key.sessionId;
        if (formerEnd == null) {
            exchanged.end(sessionId);
            sessionId = UUID.randomUUID();
        }
        ApiKeyReplacement replacement = new ApiKeyReplacement(
                ApiKeyFormat.generate(random), sessionId, now, expiry.endOfRotated(key, end, now), formerEnd);
        if (!repository.replace(id, present, replacement, version)) {
            throw new ServiceException(ErrorCode.CONFLICT, "the key was rotated or revoked by a concurrent request");
        }
        changes.removeFromCacheAtCommit(id);
        changes.record(EventType.API_KEY_ROTATED, key, actor);
        repository.getEntityManager().refresh(key);
        return key.view(replacement.key(), now);
    }

    private static Instant earlier(Instant a, @Nullable Instant b) {
        return b != null && b.isBefore(a) ? b : a;
    }

    private static ServiceException notFound() {
        return new ServiceException(ErrorCode.NOT_FOUND, "the account has no active API key with this id");
    }
}
