package dev.signet.webhooks.delivery;

import dev.signet.database.BatchedRemoval;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.webhooks.receiver.ReceiverStatus;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries are removed when their retention ends, in any state, and not before. */
@QuarkusTest
@OnBothStacks
class DeliveryCleanUpTest {

    @Inject
    Outbox outbox;

    private final List<UUID> created = new ArrayList<>();

    @AfterEach
    void remove() {
        created.forEach(outbox::remove);
        Sweep.table("event_delivery");
    }

    @Test
    void deliveredEventsAreRemovedAfterLogRetention() throws Exception {
        UUID receiver = receiverWithDeliveries(BatchedRemoval.ROWS + 3);
        outbox.set(receiver, "state = 'delivered', ended_at = current_timestamp - interval '2' day");
        Sweep.table("event_delivery");
        assertThat(outbox.count(receiver)).isEqualTo(BatchedRemoval.ROWS + 3);

        outbox.set(receiver, "ended_at = current_timestamp - interval '4' day");
        Sweep.table("event_delivery");

        assertThat(outbox.count(receiver)).isZero();
    }

    @Test
    void parkedEventsAreRemovedAfterParkedRetention() throws Exception {
        UUID receiver = receiverWithDeliveries(3);
        outbox.set(receiver, "state = 'parked', ended_at = current_timestamp - interval '13' day");
        Sweep.table("event_delivery");
        assertThat(outbox.count(receiver, "parked")).isEqualTo(3);

        outbox.set(receiver, "ended_at = current_timestamp - interval '15' day");
        Sweep.table("event_delivery");

        assertThat(outbox.count(receiver)).isZero();
    }

    @Test
    void overduePendingEventsAreParked() throws Exception {
        UUID receiver = receiverWithDeliveries(3);
        outbox.set(receiver, "created_at = current_timestamp - interval '47' hour");
        Sweep.table("event_delivery");
        assertThat(outbox.count(receiver, "pending")).isEqualTo(3);

        outbox.set(receiver, "created_at = current_timestamp - interval '49' hour");
        Sweep.table("event_delivery");

        assertThat(outbox.count(receiver, "parked")).isEqualTo(3);
    }

    @Test
    void unpolledEventsAreRemoved() throws Exception {
        UUID receiver = outbox.polled("a client");
        created.add(receiver);
        outbox.record("unasked");
        outbox.set(receiver, "created_at = current_timestamp - interval '6' day");
        Sweep.table("event_delivery");
        assertThat(outbox.count(receiver, "pending")).isEqualTo(1);

        outbox.set(receiver, "created_at = current_timestamp - interval '8' day");
        Sweep.table("event_delivery");

        assertThat(outbox.count(receiver)).isZero();
    }

    @Test
    void deliveriesOfRemovedReceiverAreRemoved() throws Exception {
        UUID receiver = receiverWithDeliveries(3);
        outbox.remove(receiver);

        Sweep.table("event_delivery");

        assertThat(outbox.count(receiver)).isZero();
    }

    private UUID receiverWithDeliveries(int count) throws SQLException {
        UUID receiver = outbox.receiver("https://hooks.example.com/", ReceiverStatus.PAUSED);
        created.add(receiver);
        for (int i = 0; i < count; i++) {
            outbox.record("subject-" + i);
        }
        return receiver;
    }
}
