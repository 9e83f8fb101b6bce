package dev.signet.login.passkeys.ceremony;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of ceremonies. The row count of one deletion decides which request uses a ceremony. */
@ApplicationScoped
class CeremonyRepository implements PanacheRepositoryBase<StoredCeremony, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("passkey_ceremony", "id", "expires_at");

    Optional<StoredCeremony> findLive(byte[] tokenHash, CeremonyKind kind, byte[] bindingHash, Instant now) {
        return find(
                        "tokenHash = ?1 and kind = ?2 and bindingHash = ?3 and expiresAt > ?4",
                        tokenHash,
                        kind,
                        bindingHash,
                        now)
                .firstResultOptional();
    }

    void removeOf(CeremonyKind kind, byte[] bindingHash) {
        delete("kind = ?1 and bindingHash = ?2", kind, bindingHash);
    }

    /** Consumes a ceremony. Returns false if another request already did. */
    boolean consume(UUID id) {
        return delete("id", id) == 1;
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
