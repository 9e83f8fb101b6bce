package dev.signet.webhooks.delivery;

import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.delivery.Lanes;
import dev.signet.fetch.Fetcher;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.server.ClientServer;
import dev.signet.support.server.ClientServer.Received;
import dev.signet.support.server.ReservedPorts;
import dev.signet.webhooks.receiver.ReceiverStatus;
import dev.signet.webhooks.receiver.Receivers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Recorded events are sent after their commit, in order, and by one node at a time, even if nodes stop or receivers are
 * slow.
 */
@QuarkusTest
@OnBothStacks
class EventSenderTest {

    @Inject
    Outbox outbox;

    @Inject
    Receivers receivers;

    @Inject
    EventDeliveryRepository deliveries;

    @Inject
    SecurityEventTokens tokens;

    @Inject
    SecurityEvents events;

    @Inject
    Fetcher fetcher;

    @Inject
    DatabaseClock clock;

    @Inject
    DeliveryConfig config;

    @Inject
    SecureRandom random;

    @Inject
    DeliveryCounters counters;

    private final String path = "/sender/" + UUID.randomUUID();
    private final List<UUID> created = new ArrayList<>();
    private ClientServer server;

    @BeforeEach
    void start() throws IOException {
        server = ClientServer.start();
        server.respondWith(path, 202, "");
    }

    @AfterEach
    void stop() {
        created.forEach(outbox::remove);
        server.close();
    }

    @Test
    void rolledBackEventsAreNotSent() throws SQLException {
        UUID receiver = receiver(ReceiverStatus.PAUSED);

        catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> {
            events.record(SecurityEvent.of(Outbox.TYPE).subject("rolled back"));
            throw new IllegalStateException("after all");
        }));
        outbox.record("committed");

        assertThat(outbox.count(receiver, "pending")).isEqualTo(1);
    }

    @Test
    void eventsOfASubjectAreOrderedWithoutDelayingOthers() throws Exception {
        UUID receiver = receiver(ReceiverStatus.PAUSED);
        outbox.record("one");
        outbox.record("one");
        outbox.record("other");
        server.respondWith(path, 503, "");
        outbox.setStatus(receiver, ReceiverStatus.ENABLED);

        List<String> delivered = new ArrayList<>();
        while (!delivered.contains("other") || delivered.size() < 4) {
            delivered.add(subject(server.next(path)));
        }
        assertThat(outbox.count(receiver, "pending")).isEqualTo(3);
        String first = idOfNext("one");
        server.respondWith(path, 202, "");
        outbox.await(receiver, "delivered", 3);
        List<String> ids = new ArrayList<>(List.of(first));
        for (Received left = server.poll(); left != null; left = server.poll()) {
            if (subject(left).equals("one")) {
                ids.add(id(left));
            }
        }
        String second = ids.get(ids.size() - 1);
        assertThat(second).isNotEqualTo(first);
        assertThat(ids.indexOf(second)).as("in " + ids).isGreaterThan(ids.lastIndexOf(first));
    }

    @Test
    void severalNodesSendEachDeliveryOnce() throws Exception {
        int count = 60;
        UUID receiver = receiver(ReceiverStatus.PAUSED);
        for (int i = 0; i < count; i++) {
            outbox.record("subject-" + i);
        }
        outbox.setStatus(receiver, ReceiverStatus.ENABLED);

        try (Lanes one = new Lanes("node-one", 8);
                Lanes other = new Lanes("node-other", 8)) {
            EventSender first = newNode();
            EventSender second = newNode();
            await().until(() -> {
                first.send(one);
                second.send(other);
                return outbox.count(receiver, "delivered") >= count;
            });
        }

        Map<String, Integer> times = new HashMap<>();
        for (Received received = server.poll(); received != null; received = server.poll()) {
            if (received.path().equals(path)) {
                times.merge(id(received), 1, Integer::sum);
            }
        }
        assertThat(times).hasSize(count);
        assertThat(times.values()).containsOnly(1);
    }

    @Test
    void deliveryOfAStoppedNodeIsSentByAnother() throws Exception {
        UUID receiver = receiver(ReceiverStatus.PAUSED);
        outbox.record("orphaned");
        boolean claimed = QuarkusTransaction.requiringNew().call(() -> {
            EventDelivery delivery = deliveries.findPending(receiver, 1).get(0);
            return deliveries.claim(delivery, clock.now(), clock.now().plusSeconds(3));
        });
        outbox.setStatus(receiver, ReceiverStatus.ENABLED);

        outbox.await(receiver, "delivered", 1);

        assertThat(claimed).isTrue();
        assertThat(subject(server.next(path))).isEqualTo("orphaned");
    }

    @Test
    void leaseOfADeliveryOutlivesItsAttempt() throws Exception {
        UUID receiver = receiver(ReceiverStatus.PAUSED);
        outbox.record("claimed");

        boolean second = QuarkusTransaction.requiringNew().call(() -> {
            EventDelivery delivery = deliveries.findPending(receiver, 1).get(0);
            deliveries.claim(delivery, clock.now(), clock.now().plus(fetcher.maxCallDuration()));
            return deliveries.claim(delivery, clock.now(), clock.now());
        });

        assertThat(second).as("second claim of the same delivery").isFalse();
        assertThat(QuarkusTransaction.requiringNew().call(() -> deliveries.due(receiver, clock.now(), 1)))
                .isEmpty();
    }

    @Test
    void deliveryIsParkedAfterRetryTime() throws Exception {
        UUID receiver = receiver(ReceiverStatus.PAUSED);
        outbox.record("parked");
        outbox.record("tried again");
        server.respondWith(path, 503, "");
        outbox.set(
                receiver,
                "attempts = 20, first_attempt_at = current_timestamp - interval '25' hour, next_attempt_at = created_at");

        outbox.setStatus(receiver, ReceiverStatus.ENABLED);

        outbox.await(receiver, "parked", 2);
        server.next(path);
    }

    @Test
    void unreachableReceiverDoesNotDelayOthers() throws Exception {
        int closed = ReservedPorts.choose();
        UUID dead = outbox.receiver("http://localhost:" + closed + "/", ReceiverStatus.PAUSED);
        created.add(dead);
        for (int i = 0; i < 30; i++) {
            outbox.record("dead-" + i);
        }
        UUID alive = receiver(ReceiverStatus.PAUSED);
        outbox.record("alive");
        outbox.setStatus(dead, ReceiverStatus.ENABLED);
        outbox.setStatus(alive, ReceiverStatus.ENABLED);

        outbox.await(alive, "delivered", 1);

        assertThat(outbox.count(dead, "pending")).isEqualTo(31);
    }

    private UUID receiver(ReceiverStatus status) {
        UUID receiver = outbox.receiver(server.url(path), status);
        created.add(receiver);
        return receiver;
    }

    private EventSender newNode() {
        return new EventSender(
                receivers,
                deliveries,
                new DeliveryAttempts(deliveries, tokens, fetcher, clock, config, random, counters),
                clock);
    }

    private String idOfNext(String subject) throws InterruptedException {
        Received received;
        do {
            received = server.next(path);
        } while (!subject(received).equals(subject));
        return id(received);
    }

    private static String id(Received received) {
        return OAuth.claims(received.body()).get("jti").textValue();
    }

    private static String subject(Received received) {
        return OAuth.claims(received.body()).at("/sub_id/id").textValue();
    }
}
