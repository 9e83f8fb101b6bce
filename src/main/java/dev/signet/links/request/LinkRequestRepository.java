package dev.signet.links.request;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of requests for links. */
@ApplicationScoped
class LinkRequestRepository implements PanacheRepositoryBase<StoredLinkRequest, UUID> {

    List<StoredLinkRequest> oldest(int count) {
        return find("order by createdAt").page(0, count).list();
    }

    /** Claims a request for this node. Returns false if another node has it. */
    boolean remove(UUID id) {
        return delete("id", id) == 1;
    }

    /** Removes one batch. */
    int removeOlderThan(Instant time) {
        return getEntityManager()
                .createNativeQuery("delete from link_request where id in"
                        + " (select id from link_request where created_at <= :time"
                        + " order by created_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("time", time)
                .executeUpdate();
    }
}
