package dev.signet.clients.registry;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of client secrets. */
@ApplicationScoped
class SecretRepository implements PanacheRepositoryBase<StoredSecret, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("client_secret", "id", "expires_at");

    List<StoredSecret> newestFirst(String clientId) {
        return list("clientId", Sort.descending("createdAt", "id"), clientId);
    }

    void removeOf(String clientId) {
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
