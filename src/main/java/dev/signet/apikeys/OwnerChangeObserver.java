package dev.signet.apikeys;

import dev.signet.accounts.AccessReduced;
import dev.signet.accounts.password.PasswordReset;
import dev.signet.audit.SecurityEvent;
import dev.signet.tokens.access.ExchangedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
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

    void onSecurityEvent(@Observes SecurityEvent event) {
        String account = event.subject();
        if (account == null) {
            return;
        }
        switch (event.type()) {
            case ACCOUNT_CHANGED, ACCOUNT_ENABLED, ACCOUNT_ROLES_CHANGED -> invalidate(UUID.fromString(account), false);
            case ACCOUNT_NOT_BEFORE_SET ->
                revocation.revokeOlder(
                        UUID.fromString(account), Instant.parse(event.detail().get("not_before")), event.actor());
            case ACCOUNT_DELETED -> revocation.revokeAll(UUID.fromString(account), event.actor());
            default -> {}
        }
    }

    private void invalidate(UUID account, boolean reduced) {
        long version = changes.begin();
        for (StoredApiKey key : repository.live(account, null, Integer.MAX_VALUE, clock.instant())) {
            UUID sessionId = key.sessionId;
            if (reduced) {
                exchanged.end(sessionId);
                sessionId = UUID.randomUUID();
            }
            repository.invalidate(key.id, sessionId, version);
            changes.changed(key.id);
        }
    }
}
