package dev.signet.webhooks.receiver;

import dev.signet.audit.EventType;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Queries of the tables of receivers. */
@ApplicationScoped
class EventReceiverRepository implements PanacheRepositoryBase<EventReceiver, UUID> {

    private static final ListOrder<EventReceiver> OLDEST_FIRST = ListOrder.ascending(
            Cursor.ofTime(receiver -> receiver.createdAt, receiver -> receiver.id), "createdAt", "id");

    Page<EventReceiver> webhooks(PageRequest request) {
        return PagedQuery.of(getEntityManager(), EventReceiver.class, OLDEST_FIRST)
                .filter("e.clientId is null")
                .page(request);
    }

    long countWebhooks() {
        return count("clientId is null");
    }

    List<EventReceiver> streams(String clientId) {
        return list("clientId = ?1 order by createdAt, id", clientId);
    }

    /** Returns the event types that at least one receiver subscribes to. */
    List<String> subscribedTypes() {
        return texts("select distinct t.event_type from event_receiver_type t"
                + " join event_receiver r on r.id = t.receiver_id where r.status <> 'disabled'");
    }

    void replaceTypes(UUID receiver, Collection<EventType> types) {
        removeTypes(receiver);
        for (EventType type : Set.copyOf(types)) {
            getEntityManager()
                    .createNativeQuery("insert into event_receiver_type (receiver_id, event_type) values (:id, :type)")
                    .setParameter("id", receiver)
                    .setParameter("type", type.wire())
                    .executeUpdate();
        }
    }

    /** Removes a receiver with everything except its deliveries. Returns false if it does not exist. */
    boolean remove(UUID id) {
        removeTypes(id);
        getEntityManager()
                .createNativeQuery("delete from event_receiver_exclusion where receiver_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        if (delete("id", id) == 0) {
            return false;
        }
        getEntityManager()
                .createNativeQuery("insert into event_receiver_removed (receiver_id) values (:id)")
                .setParameter("id", id)
                .executeUpdate();
        return true;
    }

    /** Returns removed receivers that may still have deliveries. */
    @SuppressWarnings("unchecked")
    List<UUID> removed() {
        return getEntityManager()
                .createNativeQuery("select receiver_id from event_receiver_removed", UUID.class)
                .getResultList();
    }

    void confirmRemoval(UUID id) {
        getEntityManager()
                .createNativeQuery("delete from event_receiver_removed where receiver_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Records a request for verification. Returns false if the last one was too recent. */
    boolean recordVerificationRequest(UUID id, Instant now, Duration interval) {
        return update(
                        "verifiedAt = ?1 where id = ?2 and (verifiedAt is null or verifiedAt <= ?3)",
                        now,
                        id,
                        now.minus(interval))
                == 1;
    }

    boolean isExcluded(UUID receiver, String subject) {
        return !texts(
                        "select subject from event_receiver_exclusion where receiver_id = :id and subject = :subject",
                        "id",
                        receiver,
                        "subject",
                        subject)
                .isEmpty();
    }

    long countExclusions(UUID receiver) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from event_receiver_exclusion where receiver_id = :id")
                        .setParameter("id", receiver)
                        .getSingleResult())
                .longValue();
    }

    void exclude(UUID receiver, String subject) {
        changeExclusion(
                "insert into event_receiver_exclusion (receiver_id, subject) values (:id, :subject)",
                receiver,
                subject);
    }

    void include(UUID receiver, String subject) {
        changeExclusion(
                "delete from event_receiver_exclusion where receiver_id = :id and subject = :subject",
                receiver,
                subject);
    }

    private void changeExclusion(String statement, UUID receiver, String subject) {
        getEntityManager()
                .createNativeQuery(statement)
                .setParameter("id", receiver)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private void removeTypes(UUID receiver) {
        getEntityManager()
                .createNativeQuery("delete from event_receiver_type where receiver_id = :id")
                .setParameter("id", receiver)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String query, Object... parameters) {
        var prepared = getEntityManager().createNativeQuery(query, String.class);
        for (int i = 0; i < parameters.length; i += 2) {
            prepared.setParameter((String) parameters[i], parameters[i + 1]);
        }
        return prepared.getResultList();
    }
}
