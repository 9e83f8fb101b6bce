package dev.signet.login.pending;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Queries of the table of pending logins. Every operation that may happen only once is one conditional statement,
 * decided by its row count.
 */
@ApplicationScoped
class PendingLoginRepository implements PanacheRepositoryBase<StoredPendingLogin, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("pending_login", "id", "expires_at");

    Optional<StoredPendingLogin> findLive(byte[] tokenHash, String clientId, int maxAttempts, Instant now) {
        return find(
                        "tokenHash = ?1 and clientId = ?2 and attempts < ?3 and expiresAt > ?4",
                        tokenHash,
                        clientId,
                        maxAttempts,
                        now)
                .firstResultOptional();
    }

    /** Counts an attempt before it is made. Returns false if the maximum is reached. */
    boolean countAttempt(byte[] tokenHash, int maxAttempts) {
        return update("attempts = attempts + 1 where tokenHash = ?1 and attempts < ?2", tokenHash, maxAttempts) == 1;
    }

    /** Consumes a pending login. Returns false if another request already did. */
    boolean consume(byte[] tokenHash) {
        return delete("tokenHash", tokenHash) == 1;
    }

    void removeOf(UUID accountId) {
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
