package dev.signet.audit;

import dev.signet.database.BatchedRemoval;
import dev.signet.web.paging.TimeCursor;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Queries of the event table: the newest events, and those past their retention. */
@ApplicationScoped
class RecordedEventRepository implements PanacheRepository<RecordedEvent> {

    List<RecordedEvent> newestFirst(@Nullable TimeCursor<Long> after, @Nullable String type, int count) {
        return getEntityManager()
                .createQuery(
                        "from RecordedEvent e where (:type is null or e.type = :type)"
                                + " and (:first = true or e.at < :at or (e.at = :at and e.id < :id))"
                                + " order by e.at desc, e.id desc",
                        RecordedEvent.class)
                .setParameter("type", type)
                .setParameter("first", after == null)
                .setParameter("at", after == null ? Instant.EPOCH : after.at())
                .setParameter("id", after == null ? 0L : after.id())
                .setMaxResults(count)
                .getResultList();
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
