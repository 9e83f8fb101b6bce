package dev.signet.webhooks.delivery;

import dev.signet.database.BatchedRemoval;
import dev.signet.delivery.Backlog;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import dev.signet.webhooks.receiver.JoinedReceiver;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Queries of the table of deliveries. Every operation that may happen only once is one conditional update, decided by
 * its row count.
 */
@ApplicationScoped
class EventDeliveryRepository implements PanacheRepositoryBase<EventDelivery, Long> {

    // The number of pending deliveries that are examined for due ones.
    private static final int MAX_EXAMINED = 1_000;
    private static final ListOrder<EventDelivery> NEWEST_FIRST =
            ListOrder.descending(Cursor.ofNumber(delivery -> delivery.position), "position");

    /** Returns the enabled push receivers with pending deliveries, in no particular order. */
    @SuppressWarnings("unchecked")
    List<UUID> pushReceiversWithPending() {
        return getEntityManager()
                .createNativeQuery(
                        "select r.id from (" + JoinedReceiver.ENABLED_PUSH_IDS + ") r where exists"
                                + " (select 1 from event_delivery d where d.receiver_id = r.id"
                                + " and d.state = 'pending')",
                        UUID.class)
                .getResultList();
    }

    /**
     * Returns due deliveries of a receiver, oldest first. Only the first of each subject is returned; the others wait
     * for it.
     */
    @SuppressWarnings("unchecked")
    List<EventDelivery> due(UUID receiver, Instant now, int count) {
        return getEntityManager()
                .createNativeQuery(
                        "select d.* from (select * from event_delivery where receiver_id = :receiver"
                                + " and state = 'pending' order by position fetch first " + MAX_EXAMINED
                                + " rows only) d where d.next_attempt_at <= :now and not exists"
                                + " (select 1 from event_delivery e where e.receiver_id = d.receiver_id"
                                + " and e.subject_key = d.subject_key and e.state = 'pending'"
                                + " and e.position < d.position) order by d.position",
                        EventDelivery.class)
                .setParameter("receiver", receiver)
                .setParameter("now", now)
                .setMaxResults(count)
                .getResultList();
    }

    List<EventDelivery> findPending(UUID receiver, int count) {
        return find("receiverId = ?1 and state = 'pending' order by position", receiver)
                .page(0, count)
                .list();
    }

    /** Returns the pending deliveries that may be sent now: those of enabled push receivers. */
    Backlog sentBacklog(int maxCounted) {
        return backlog(JoinedReceiver.ENABLED_PUSH_IDS, maxCounted);
    }

    /** Returns the pending deliveries of receivers that fetch them. */
    Backlog polledBacklog(int maxCounted) {
        return backlog(JoinedReceiver.POLLING_IDS, maxCounted);
    }

    private Backlog backlog(String receiverIds, int maxCounted) {
        return Backlog.read(
                getEntityManager(),
                "select created_at from event_delivery where state = 'pending' and receiver_id in (" + receiverIds
                        + ") order by created_at fetch first " + maxCounted + " rows only");
    }

    Page<EventDelivery> newestFirst(UUID receiver, PageRequest request, @Nullable DeliveryState state) {
        PagedQuery<EventDelivery> query = PagedQuery.of(getEntityManager(), EventDelivery.class, NEWEST_FIRST)
                .filter("e.receiverId = :receiver")
                .with("receiver", receiver);
        if (state != null) {
            query.filter("e.state = :state").with("state", state.wire());
        }
        return query.page(request);
    }

    /** Claims the next attempt for this node until the lease ends. Returns false if another node has it. */
    boolean claim(EventDelivery delivery, Instant now, Instant lease) {
        return update(
                        "attempts = attempts + 1, nextAttemptAt = ?1, lastAttemptAt = ?2,"
                                + " firstAttemptAt = coalesce(firstAttemptAt, ?2)"
                                + " where position = ?3 and attempts = ?4 and state = 'pending'",
                        lease,
                        now,
                        delivery.position,
                        delivery.attempts)
                == 1;
    }

    /** Releases an attempt that was not made. */
    void release(EventDelivery delivery, Instant next) {
        update(
                "attempts = attempts - 1, nextAttemptAt = ?1"
                        + " where position = ?2 and attempts = ?3 and state = 'pending'",
                next,
                delivery.position,
                delivery.attempts + 1);
    }

    void fail(EventDelivery delivery, DeliveryOutcome outcome, Instant next) {
        update(
                "nextAttemptAt = ?1, httpStatus = ?2, failure = ?3, latencyMillis = ?4"
                        + " where position = ?5 and attempts = ?6 and state = 'pending'",
                next,
                outcome.status(),
                outcome.failure(),
                outcome.latencyMillis(),
                delivery.position,
                delivery.attempts + 1);
    }

    // A delivery ends even after its lease, so that the next node does not send an accepted delivery again.
    void end(EventDelivery delivery, DeliveryState state, DeliveryOutcome outcome, Instant now) {
        update(
                "state = ?1, httpStatus = ?2, failure = ?3, latencyMillis = ?4, endedAt = ?5"
                        + " where position = ?6 and state = 'pending'",
                state.wire(),
                outcome.status(),
                outcome.failure(),
                outcome.latencyMillis(),
                now,
                delivery.position);
    }

    /** Ends a polled delivery that the receiver acknowledged or rejected. Returns false if it is not pending. */
    boolean acknowledge(UUID receiver, long position, String eventId, DeliveryState state, Instant now) {
        return update(
                        "state = ?1, endedAt = ?2, attempts = attempts + 1, lastAttemptAt = ?2, failure = ?3"
                                + " where receiverId = ?4 and position = ?5 and eventId = ?6 and state = 'pending'",
                        state.wire(),
                        now,
                        state == DeliveryState.PARKED ? DeliveryOutcome.REFUSED : null,
                        receiver,
                        position,
                        eventId)
                == 1;
    }

    /** Makes an ended delivery pending again. Returns false if it is pending or does not exist. */
    boolean redeliver(UUID receiver, long position, Instant now) {
        return update(
                        "state = 'pending', attempts = 0, nextAttemptAt = ?1, createdAt = ?1, firstAttemptAt = null,"
                                + " endedAt = null where receiverId = ?2 and position = ?3 and state <> 'pending'",
                        now,
                        receiver,
                        position)
                == 1;
    }

    /** Parks one batch of deliveries that waited too long for their turn. */
    int parkOlderThan(Instant before, Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery("update event_delivery set state = 'parked', ended_at = :now where state = 'pending'"
                        + " and position in (select position from event_delivery where state = 'pending'"
                        + " and created_at < :before and receiver_id not in (" + JoinedReceiver.POLLING_IDS
                        + ") order by created_at fetch first " + limit + " rows only)")
                .setParameter("now", now)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Removes one batch of ended deliveries. */
    int removeEnded(DeliveryState state, Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("delete from event_delivery where position in (select position from event_delivery"
                        + " where state = :state and ended_at < :before order by ended_at fetch first "
                        + limit + " rows only)")
                .setParameter("state", state.wire())
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Removes one batch of deliveries that a polling receiver did not fetch in time. */
    int removeUnpolled(Instant before, int limit) {
        return getEntityManager()
                .createNativeQuery("delete from event_delivery where position in (select position from event_delivery"
                        + " where state = 'pending' and created_at < :before and receiver_id in ("
                        + JoinedReceiver.POLLING_IDS + ") order by created_at fetch first " + limit + " rows only)")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** Removes one batch of a receiver's pending deliveries. */
    int removeWaiting(UUID receiver) {
        return getEntityManager()
                .createNativeQuery("delete from event_delivery where position in (select position from event_delivery"
                        + " where receiver_id = :receiver and state = 'pending' order by position fetch first "
                        + BatchedRemoval.ROWS + " rows only)")
                .setParameter("receiver", receiver)
                .executeUpdate();
    }

    /** Removes one batch of a receiver's deliveries in any state. */
    int removeAll(UUID receiver, int limit) {
        return getEntityManager()
                .createNativeQuery("delete from event_delivery where position in (select position from event_delivery"
                        + " where receiver_id = :receiver fetch first " + limit + " rows only)")
                .setParameter("receiver", receiver)
                .executeUpdate();
    }
}
