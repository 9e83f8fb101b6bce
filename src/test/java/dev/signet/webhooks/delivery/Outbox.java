package dev.signet.webhooks.delivery;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.support.Polling;
import dev.signet.webhooks.receiver.ReceiverKind;
import dev.signet.webhooks.receiver.ReceiverSettings;
import dev.signet.webhooks.receiver.ReceiverStatus;
import dev.signet.webhooks.receiver.Receivers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Receivers, events and deliveries prepared by a test without the API and the clock. */
@ApplicationScoped
class Outbox {

    static final EventType TYPE = EventType.ROLE_CREATED;

    private final Receivers receivers;
    private final SecurityEvents events;
    private final DataSource database;

    Outbox(Receivers receivers, SecurityEvents events, DataSource database) {
        this.receivers = receivers;
        this.events = events;
        this.database = database;
    }

    UUID receiver(String url, ReceiverStatus status) {
        return receivers
                .create(
                        null,
                        status,
                        new ReceiverSettings(ReceiverKind.WEBHOOK, url, null, List.of(TYPE.wire()), Set.of(TYPE), null))
                .id();
    }

    UUID polled(String client) {
        return receivers
                .create(
                        client,
                        ReceiverStatus.ENABLED,
                        new ReceiverSettings(ReceiverKind.POLL, null, null, List.of(), Set.of(TYPE), null))
                .id();
    }

    void setStatus(UUID receiver, ReceiverStatus status) {
        receivers.setStatus(receiver, status, null);
    }

    void remove(UUID receiver) {
        receivers.remove(receiver);
    }

    void record(String subject) {
        QuarkusTransaction.requiringNew()
                .run(() -> events.record(SecurityEvent.of(TYPE).subject(subject)));
    }

    long count(UUID receiver, String state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from event_delivery where receiver_id = ? and state = ?")) {
            count.setObject(1, receiver);
            count.setString(2, state);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    long count(UUID receiver) throws SQLException {
        return count(receiver, "pending") + count(receiver, "delivered") + count(receiver, "parked");
    }

    /** Sets columns of all deliveries of a receiver. */
    void set(UUID receiver, String assignments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update event_delivery set " + assignments + " where receiver_id = ?")) {
            update.setObject(1, receiver);
            update.executeUpdate();
        }
    }

    void await(UUID receiver, String state, long count) {
        Polling.await()
                .untilAsserted(
                        () -> assertThat(count(receiver, state)).as(state).isEqualTo(count));
    }
}
