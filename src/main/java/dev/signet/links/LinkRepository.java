package dev.signet.links;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Queries of the table of links. Every operation that may happen only once is one conditional statement, decided by its
 * row count.
 */
@ApplicationScoped
class LinkRepository implements PanacheRepositoryBase<StoredLink, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("action_link", "id", "expires_at");

    Optional<StoredLink> findUnexpired(byte[] tokenHash, Instant now) {
        return find("tokenHash = ?1 and expiresAt > ?2", tokenHash, now).firstResultOptional();
    }

    /** Consumes a link. Returns false if it was used or replaced before, or is expired. */
    boolean consume(UUID id, Instant now) {
        return delete("id = ?1 and expiresAt > ?2", id, now) == 1;
    }

    void removeOlder(LinkPurpose purpose, String subject) {
        delete("purpose = ?1 and subject = ?2", purpose, subject);
    }

    void removeOf(UUID accountId) {
        delete("accountId", accountId);
    }

    void removeOf(UUID accountId, LinkPurpose except) {
        delete("accountId = ?1 and purpose <> ?2", accountId, except);
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
