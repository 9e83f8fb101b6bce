package dev.signet.webhooks.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.audit.EventOutbox;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.database.SqlStatement;
import dev.signet.webhooks.event.EventSubjectKind;
import dev.signet.webhooks.receiver.JoinedReceiver;
import dev.signet.webhooks.receiver.SubscribedTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Stores the deliveries of an event, one for each receiver, in the transaction that records the event. The database
 * numbers the rows as they are written: if one event follows the commit of another, it has the greater number,
 * even on different nodes.
 */
@ApplicationScoped
class EventDeliveryOutbox implements EventOutbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INSERT = "insert into event_delivery (position, receiver_id, event_id, event_type,"
            + " subject_key, actor, subject, client_id, request_id, detail, at, created_at, state, attempts,"
            + " next_attempt_at) select nextval('event_delivery_seq'), " + JoinedReceiver.ID + ", ";
    private static final String NEW = ", current_timestamp, 'pending', 0, current_timestamp from ";
    // A null parameter would have no type for the database.
    private static final String STORE = INSERT
            + ":event, " + JoinedReceiver.EVENT_TYPE
            + ", :key, nullif(:actor, ''), nullif(:subject, ''), nullif(:client, ''), :request, :detail, :at"
            + NEW + JoinedReceiver.subscribed(":type") + " where " + JoinedReceiver.hasNotExcluded(":key");

    private final SubscribedTypes subscribedTypes;
    private final EntityManager entityManager;

    EventDeliveryOutbox(SubscribedTypes subscribedTypes, EntityManager entityManager) {
        this.subscribedTypes = subscribedTypes;
        this.entityManager = entityManager;
    }

    @Override
    public boolean isSubscribed(EventType type) {
        return subscribedTypes.contains(type);
    }

    @Override
    public void store(SecurityEvent event, Instant at, String requestId) {
        UUID actor = event.actor();
        entityManager
                .createNativeQuery(STORE)
                .setParameter("event", UUID.randomUUID().toString())
                .setParameter("key", EventSubjectKind.of(event.type()).key(event))
                .setParameter("actor", actor == null ? "" : actor.toString())
                .setParameter("subject", Objects.requireNonNullElse(event.subject(), ""))
                .setParameter("client", Objects.requireNonNullElse(event.clientId(), ""))
                .setParameter("request", requestId)
                .setParameter("detail", write(event.detail()))
                .setParameter("at", at)
                .setParameter("type", event.type().wire())
                .executeUpdate();
    }

    @Override
    public <R> SqlStatement<R> storeEach(
            EventType type, Supplier<Instant> at, Supplier<String> requestId, SqlStatement<R> query) {
        String key = EventSubjectKind.of(type).orderingKeySql();
        return SqlStatement.<R>of(INSERT, request -> UUID.randomUUID().toString())
                .append(", " + JoinedReceiver.EVENT_TYPE + ", " + key
                        + ", cast(happened.actor as varchar), happened.subject")
                .append(", happened.client, ", request -> requestId.get())
                .append(", '{}', ", request -> at.get())
                .append(new SqlStatement<R>(NEW + JoinedReceiver.subscribed("?"), List.of(request -> type.wire())))
                .append(" cross join (")
                .append(query)
                .append(") happened where " + JoinedReceiver.hasNotExcluded(key));
    }

    /** Stores a delivery for one receiver that belongs to no recorded event, such as a verification event. */
    long addFor(UUID receiver, String type, Map<String, String> detail, Instant at) {
        long position = ((Number) entityManager
                        .createNativeQuery("select nextval('event_delivery_seq')")
                        .getSingleResult())
                .longValue();
        entityManager.persist(EventDelivery.of(position, receiver, type, write(detail), at));
        return position;
    }

    private static String write(Map<String, String> detail) {
        try {
            return detail.isEmpty() ? "{}" : JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("detail cannot be encoded as JSON", e);
        }
    }
}
