package dev.signet.webhooks.delivery;

import dev.signet.delivery.Backlog;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.webhooks.receiver.ReceiverStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The backlog of sent events contains only what Signet may send now. */
@QuarkusTest
@OnBothStacks
class EventBacklogTest {

    // No other test leaves a pending delivery as old as this.
    private static final Duration OLD = Duration.ofHours(46);

    @Inject
    Outbox outbox;

    @Inject
    EventDeliveryRepository repository;

    private final List<UUID> created = new ArrayList<>();

    @AfterEach
    void remove() {
        created.forEach(outbox::remove);
        Sweep.table("event_delivery");
    }

    @Test
    void unfetchedEventsDoNotHideThoseToSend() throws Exception {
        UUID polled = outbox.polled("a client");
        created.add(polled);
        outbox.record("first");
        outbox.record("second");
        outbox.set(polled, "created_at = current_timestamp - interval '6' day");
        oldDelivery(ReceiverStatus.ENABLED);

        Backlog sent = sentBacklog(2);

        assertThat(sent.waiting()).isPositive();
        assertThat(sent.oldestAge()).isGreaterThan(OLD);
    }

    @Test
    void eventsOfPausedReceiverAreNotWaiting() throws Exception {
        UUID receiver = oldDelivery(ReceiverStatus.PAUSED);
        assertThat(sentBacklog(Backlog.MAX_COUNTED).oldestAge()).isLessThan(OLD);

        outbox.setStatus(receiver, ReceiverStatus.ENABLED);

        assertThat(sentBacklog(Backlog.MAX_COUNTED).oldestAge()).isGreaterThan(OLD);
    }

    private Backlog sentBacklog(int maxCounted) {
        return QuarkusTransaction.requiringNew().call(() -> repository.sentBacklog(maxCounted));
    }

    // Not due, so that no attempt changes it.
    private UUID oldDelivery(ReceiverStatus status) throws Exception {
        UUID receiver = outbox.receiver("https://hooks.example.com/", ReceiverStatus.PAUSED);
        created.add(receiver);
        outbox.record("old");
        outbox.set(
                receiver,
                "created_at = current_timestamp - interval '47' hour,"
                        + " next_attempt_at = current_timestamp + interval '1' day");
        outbox.setStatus(receiver, status);
        return receiver;
    }
}
