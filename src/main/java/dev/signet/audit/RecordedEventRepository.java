package dev.signet.audit;

import dev.signet.database.BatchedRemoval;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Queries of the event table: the newest events, and those past their retention. */
@ApplicationScoped
class RecordedEventRepository implements PanacheRepository<RecordedEvent> {

    private static final ListOrder<RecordedEvent> NEWEST_FIRST =
            ListOrder.descending(Cursor.ofTime(event -> event.at, event -> event.id, Long::valueOf), "at", "id");

    Page<RecordedEvent> newestFirst(PageRequest request, @Nullable String type) {
        PagedQuery<RecordedEvent> query = PagedQuery.of(getEntityManager(), RecordedEvent.class, NEWEST_FIRST);
        if (type != null) {
            query.filter("e.type = :type").with("type", type);
        }
        return query.page(request);
    }

    /** Removes one batch, including all events at the time of its last one. */
    int deleteOlderThan(Instant limit) {
        return getEntityManager()
                .createNativeQuery("delete from security_event where at <= (select max(at) from"
                        + " (select at from security_event where at < :limit"
                        + " order by at fetch first " + BatchedRemoval.ROWS + " rows only) batch)")
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
