package dev.signet.accounts.factor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Queries of the table of authenticator apps. Every operation that may happen only once is one conditional update,
 * decided by its row count.
 */
@ApplicationScoped
class TotpRepository implements PanacheRepositoryBase<StoredTotp, UUID> {

    Optional<StoredTotp> of(UUID account) {
        return find("accountId", account).firstResultOptional();
    }

    /** Counts an attempt as failed before it is made. Returns false if there is no factor or the maximum is reached. */
    boolean countFailure(UUID account, int max) {
        return update("failures = failures + 1 where accountId = ?1 and failures < ?2", account, max) == 1;
    }

    /** Consumes a time step and all earlier ones. Returns false if it was consumed before. */
    boolean consumeStep(UUID id, long step, Instant at) {
        return update("lastStep = ?1, lastUsedAt = ?2, failures = 0 where id = ?3 and lastStep < ?1", step, at, id)
                == 1;
    }

    void resetFailures(UUID account) {
        update("failures = 0 where accountId = ?1", account);
    }

    /**
     * Locks the account's factors and codes until the current transaction ends. Returns false if the account has no
     * factor.
     */
    boolean lock(UUID account) {
        return update("failures = failures where accountId = ?1", account) == 1;
    }

    boolean removeOf(UUID account) {
        return delete("accountId", account) == 1;
    }
}
