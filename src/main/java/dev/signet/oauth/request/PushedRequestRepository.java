package dev.signet.oauth.request;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of pushed requests. */
@ApplicationScoped
class PushedRequestRepository implements PanacheRepositoryBase<StoredPushedRequest, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("pushed_request", "id", "remove_after");

    Optional<StoredPushedRequest> findUnused(byte[] uriHash, String clientId, Instant now) {
        return find("uriHash = ?1 and clientId = ?2 and used = false and expiresAt > ?3", uriHash, clientId, now)
                .firstResultOptional();
    }

    /** Extends the retention of a request whose pages are shown to a user; returns false if the request has expired. */
    boolean extendRetention(UUID id, Instant removeAfter, Instant now) {
        return update("removeAfter = ?1 where id = ?2 and expiresAt > ?3", removeAfter, id, now) == 1;
    }

    /** Marks a request as used; returns false if it was used before. */
    boolean consume(UUID id) {
        return update("used = true where id = ?1 and used = false", id) == 1;
    }

    void removeAllOfClient(String clientId) {
        delete("clientId", clientId);
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
