package dev.signet.accounts;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of former e-mail addresses. */
@ApplicationScoped
class FormerEmailRepository implements PanacheRepositoryBase<StoredFormerEmail, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("former_email", "id", "expires_at");

    /**
     * Stores a former e-mail address. If it is already stored, only its expiry is extended: an undo still refers to the
     * earlier change.
     */
    void store(StoredFormerEmail former) {
        int kept = update(
                "expiresAt = ?1 where accountId = ?2 and emailKey = ?3 and expiresAt < ?1",
                former.expiresAt,
                former.accountId,
                former.emailKey);
        if (kept == 0 && count("accountId = ?1 and emailKey = ?2", former.accountId, former.emailKey) == 0) {
            persist(former);
        }
    }

    Optional<StoredFormerEmail> findUnexpired(UUID accountId, String emailKey, Instant now) {
        return find("accountId = ?1 and emailKey = ?2 and expiresAt > ?3", accountId, emailKey, now)
                .firstResultOptional();
    }

    /** Removes the e-mail address of a change and of every later one; returns false if it was removed before. */
    boolean removeSince(StoredFormerEmail former) {
        boolean removed = delete("id", former.id) == 1;
        delete("accountId = ?1 and accountVersion >= ?2", former.accountId, former.accountVersion);
        return removed;
    }

    void removeAll(UUID accountId) {
        delete("accountId", accountId);
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now, limit);
    }
}
