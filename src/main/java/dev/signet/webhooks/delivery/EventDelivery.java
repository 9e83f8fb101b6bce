package dev.signet.webhooks.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A delivery as stored in the table; changed only by conditional updates. */
@Entity
@Table(name = "event_delivery")
class EventDelivery {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    Long position;

    UUID receiverId;
    String eventId;
    String eventType;
    String subjectKey;

    @Nullable
    String actor;

    @Nullable
    String subject;

    @Nullable
    String clientId;

    String requestId;
    String detail;
    Instant at;
    Instant createdAt;
    String state;
    int attempts;
    Instant nextAttemptAt;

    @Nullable
    Instant firstAttemptAt;

    @Nullable
    Instant lastAttemptAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Integer httpStatus;

    @Nullable
    String failure;

    @Nullable
    Integer latencyMillis;

    protected EventDelivery() {}

    /** Creates a delivery whose subject is the receiver itself. */
    static EventDelivery of(long position, UUID receiver, String type, String detail, Instant now) {
        EventDelivery delivery = new EventDelivery();
        delivery.position = position;
        delivery.receiverId = receiver;
        delivery.eventId = UUID.randomUUID().toString();
        delivery.eventType = type;
        delivery.subjectKey = receiver.toString();
        delivery.requestId = "";
        delivery.detail = detail;
        delivery.at = now;
        delivery.createdAt = now;
        delivery.state = DeliveryState.PENDING.wire();
        delivery.nextAttemptAt = now;
        return delivery;
    }

    /**
     * Returns the token id. It is the same for every attempt and unique among deliveries, even after a backup was
     * restored.
     */
    String jti() {
        return eventId + "." + position;
    }

    Map<String, String> detail() {
        try {
            return JSON.readValue(detail, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored detail is not JSON", e);
        }
    }

    DeliveryView view() {
        return new DeliveryView(
                Long.toString(position),
                eventType,
                jti(),
                state,
                attempts,
                createdAt,
                lastAttemptAt,
                state.equals(DeliveryState.PENDING.wire()) ? nextAttemptAt : null,
                httpStatus,
                failure,
                latencyMillis);
    }
}
