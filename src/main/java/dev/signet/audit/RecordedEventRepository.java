package dev.signet.audit;

import dev.signet.database.expiry.ExpiringTable;
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
class RecordedEventRepository implements PanacheRepository<RecordedEvent>, ExpiringTable {

    private static final String TABLE = "security_event";
    private static final ListOrder<RecordedEvent> NEWEST_FIRST =
            ListOrder.descending(Cursor.ofTime(event -> event.at, event -> event.id, Long::valueOf), "at", "id");

    private final AuditConfig config;

    RecordedEventRepository(AuditConfig config) {
        this.config = config;
    }

    Page<RecordedEvent> newestFirst(PageRequest request, @Nullable String type) {
        PagedQuery<RecordedEvent> query = PagedQuery.of(getEntityManager(), RecordedEvent.class, NEWEST_FIRST);
        if (type != null) {
            query.filter("e.type = :type").with("type", type);
        }
        return query.page(request);
    }

    @Override
    public String tableName() {
        return TABLE;
    }

    /** Removes one batch of events past their retention, and all events at the time of its last one. */
    @Override
    public int removeExpired(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("delete from " + TABLE + " where at <= (select max(at) from (select at from " + TABLE
                        + " where at < :time order by at fetch first " + limit + " rows only) batch)")
                .setParameter("time", now.minus(config.retention()))
                .executeUpdate();
    }
}
