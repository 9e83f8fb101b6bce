package dev.signet.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A security event as stored in the table. */
@Entity
@Immutable
@Table(name = "security_event")
class RecordedEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "security_event_seq")
    @SequenceGenerator(name = "security_event_seq", sequenceName = "security_event_seq", allocationSize = 50)
    Long id;

    @Column(name = "event_type")
    String type;

    Instant at;

    @Column(name = "actor_id")
    UUID actor;

    String subject;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "address")
    String ipAddress;

    @Column(name = "request_id")
    String requestId;

    String detail;

    protected RecordedEvent() {}

    RecordedEvent(SecurityEvent event, Instant at, String ipAddress, String requestId) {
        this.type = event.type().wire();
        this.at = at;
        this.actor = event.actor();
        this.subject = event.subject();
        this.clientId = event.clientId();
        this.ipAddress = ipAddress;
        this.requestId = requestId;
        this.detail = write(event.detail());
    }

    EventView view() {
        return new EventView(Long.toString(id), type, at, actor, subject, clientId, ipAddress, requestId, read(detail));
    }

    private static String write(Map<String, String> detail) {
        try {
            return detail.isEmpty() ? "{}" : JSON.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("detail cannot be encoded as JSON", e);
        }
    }

    private static Map<String, String> read(String detail) {
        try {
            return JSON.readValue(detail, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored detail is not JSON", e);
        }
    }
}
