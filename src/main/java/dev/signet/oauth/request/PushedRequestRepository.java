package dev.signet.oauth.request;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of pushed requests. */
@ApplicationScoped
class PushedRequestRepository implements PanacheRepositoryBase<StoredPushedRequest, UUID> {

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

    /** Removes one batch of due requests; a request whose retention is extended concurrently remains. */
    int removeDueBefore(Instant now) {
        return getEntityManager()
                .createNativeQuery("delete from pushed_request where remove_after <= :now and id in"
                        + " (select id from pushed_request where remove_after <= :now"
                        + " order by remove_after fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
