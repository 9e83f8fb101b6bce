package dev.signet.webhooks.delivery;

import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.server.ClientServer;
import dev.signet.webhooks.receiver.ReceiverStatus;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.Polling.await;

/**
 * A measurement, not a test, that runs only on request. It counts the events per second that are stored in the outbox
 * and delivered to one receiver, which responds immediately. {@code -Dtest=OutboxLoadTest -Dsignet.load.events=5000}.
 */
@QuarkusTest
@OnBothStacks
@EnabledIfSystemProperty(named = "signet.load.events", matches = "[0-9]+")
class OutboxLoadTest {

    private static final int WRITERS = 8;

    @Inject
    Outbox outbox;

    @Test
    void measureThroughput() throws Exception {
        int count = Integer.getInteger("signet.load.events");
        try (ClientServer server = ClientServer.start()) {
            String path = "/load/" + UUID.randomUUID();
            server.respondWith(path, 202, "");
            record(count / 10, "warm-up");
            long unwanted = record(count, "unwanted");
            UUID receiver = outbox.receiver(server.url(path), ReceiverStatus.PAUSED);
            long wanted = record(count, "subject");
            long begun = System.nanoTime();
            outbox.setStatus(receiver, ReceiverStatus.ENABLED);
            await().forever()
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> outbox.count(receiver, "delivered") >= count);
            long sent = System.nanoTime() - begun;
            outbox.remove(receiver);
            System.out.printf(
                    "%d events: %.0f a second recorded without a receiver, %.0f with one, %.0f a second sent%n",
                    count, rate(count, unwanted), rate(count, wanted), rate(count, sent));
        }
    }

    private long record(int count, String subject) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            long begun = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = subject + "-" + i;
                all.add(writers.submit(() -> outbox.record(name)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return System.nanoTime() - begun;
        } finally {
            writers.shutdown();
        }
    }

    private static double rate(int count, long nanos) {
        return count * (double) Duration.ofSeconds(1).toNanos() / nanos;
    }
}
