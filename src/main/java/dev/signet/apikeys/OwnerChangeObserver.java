package dev.signet.apikeys;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccountChanged;
import dev.signet.accounts.event.AccountDeleted;
import dev.signet.accounts.event.PasswordReset;
import dev.signet.tokens.access.ExchangedTokens;
import dev.signet.tokens.notbefore.NotBeforeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.UUID;

/**
 * Makes every node read the API keys of an account again when its access or its names change, in the transaction of
 * that change.
 */
@ApplicationScoped
class OwnerChangeObserver {

    private final ApiKeyRepository repository;
    private final ApiKeyChanges changes;
    private final ApiKeyRevocation revocation;
    private final ExchangedTokens exchanged;
    private final Clock clock;

    OwnerChangeObserver(
            ApiKeyRepository repository,
            ApiKeyChanges changes,
            ApiKeyRevocation revocation,
            ExchangedTokens exchanged,
            Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.revocation = revocation;
        this.exchanged = exchanged;
        this.clock = clock;
    }

    void onAccessReduced(@Observes AccessReduced event) {
        invalidate(event.accountId(), true);
    }

    void onPasswordReset(@Observes PasswordReset event) {
        if (event.apiKeysToo()) {
            revocation.revokeAll(event.accountId(), event.accountId());
        }
    }

    void onAccountChanged(@Observes AccountChanged event) {
        invalidate(event.accountId(), false);
    }

    void onNotBeforeSet(@Observes NotBeforeSet event) {
        revocation.revokeOlder(event.accountId(), event.notBefore(), event.actor());
    }

    void onAccountDeleted(@Observes AccountDeleted event) {
        revocation.revokeAll(event.accountId(), event.actor());
    }

    private void invalidate(UUID account, boolean reduced) {
        long version = changes.begin();
        for (StoredApiKey key : repository.listActive(account, clock.instant())) {
            UUID sessionId = key.sessionId;
            if (reduced) {
                exchanged.end(sessionId);
                sessionId = UUID.randomUUID();
            }
            repository.invalidate(key.id, sessionId, version);
            changes.removeFromCacheAtCommit(key.id);
        }
    }
}
