package dev.signet.oauth.code;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of authorization codes. One conditional update consumes a code; its row count decides. */
@ApplicationScoped
class CodeRepository implements PanacheRepositoryBase<StoredCode, byte[]>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("authorization_code", "code_hash", "remove_after");

    Optional<StoredCode> findByHash(byte[] codeHash) {
        return find("codeHash", codeHash).firstResultOptional();
    }

    /** Consumes a code; returns false if it was used before or has expired. */
    boolean consume(byte[] codeHash, Instant now, Instant removeAfter) {
        return update(
                        "usedAt = ?1, removeAfter = ?2 where codeHash = ?3 and usedAt is null and expiresAt > ?1",
                        now,
                        removeAfter,
                        codeHash)
                == 1;
    }

    /**
     * Removes the unused codes of a browser session; waits for a concurrent redemption and leaves its code in place.
     */
    void removeUnused(UUID browserSessionId) {
        delete("browserSessionId = ?1 and usedAt is null", browserSessionId);
    }

    /** Removes the unused codes of an account and a client; waits for a concurrent redemption. */
    void removeUnused(UUID accountId, String clientId) {
        delete("accountId = ?1 and clientId = ?2 and usedAt is null", accountId, clientId);
    }

    /** Removes the unused codes of a client; waits for a concurrent redemption. */
    void removeUnused(String clientId) {
        delete("clientId = ?1 and usedAt is null", clientId);
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
