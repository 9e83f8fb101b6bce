package dev.signet.clients.registry;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of client secrets. */
@ApplicationScoped
class SecretRepository implements PanacheRepositoryBase<StoredSecret, UUID> {

    List<StoredSecret> newestFirst(String clientId) {
        return list("clientId", Sort.descending("createdAt", "id"), clientId);
    }

    void removeOf(String clientId) {
        delete("clientId", clientId);
    }

    /** Removes one batch of expired secrets. Returns their number. */
    int removeExpired(Instant now) {
        return getEntityManager()
                .createNativeQuery("delete from client_secret where id in"
                        + " (select id from client_secret where expires_at <= :now"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
