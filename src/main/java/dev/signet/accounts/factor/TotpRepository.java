package dev.signet.accounts.factor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of authenticator apps. What may happen once is one conditional update whose row count decides. */
@ApplicationScoped
class TotpRepository implements PanacheRepositoryBase<StoredTotp, UUID> {

    Optional<StoredTotp> of(UUID account) {
        return find("accountId", account).firstResultOptional();
    }

    /** Counts an attempt as failed before it is made; false if there is no factor, or it bears no more. */
    boolean countFailure(UUID account, int max) {
        return update("failures = failures + 1 where accountId = ?1 and failures < ?2", account, max) == 1;
    }

    /** Uses up a time step and all before it; false if it was used up before. */
    boolean advance(UUID id, long step, Instant at) {
        return update("lastStep = ?1, lastUsedAt = ?2, failures = 0 where id = ?3 and lastStep < ?1", step, at, id)
                == 1;
    }

    void forgiveFailures(UUID account) {
        update("failures = 0 where accountId = ?1", account);
    }

    /** Makes others who would change the account's factors or codes wait for this transaction; false if it has no factor. */
    boolean hold(UUID account) {
        return update("failures = failures where accountId = ?1", account) == 1;
    }

    boolean removeOf(UUID account) {
        return delete("accountId", account) == 1;
    }
}
