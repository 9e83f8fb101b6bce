package dev.signet.links.request;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of requests for links. */
@ApplicationScoped
class LinkRequestRepository implements PanacheRepositoryBase<StoredLinkRequest, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("link_request", "id", "created_at");
    private static final Duration MAX_WAIT = Duration.ofHours(1);

    List<StoredLinkRequest> oldest(int count) {
        return find("order by createdAt").page(0, count).list();
    }

    /** Claims a request for this node. Returns false if another node has it. */
    boolean remove(UUID id) {
        return delete("id", id) == 1;
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    /** Removes one batch of requests that could not be processed in time. */
    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now.minus(MAX_WAIT), limit);
    }
}
