package dev.signet.webhooks;

import dev.signet.database.BatchedRemoval;
import dev.signet.support.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries go when their time is over, whatever became of them, and not before. */
@QuarkusTest
@OnBothStacks
class DeliveryCleanUpTest {

    @Inject
    Outbox outbox;

    @Inject
    DeliveryCleanUp cleanUp;

    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void remove() {
        made.forEach(outbox::remove);
        cleanUp.run();
    }

    @Test
    void deliveredOnesStayForTheLogAndGo() throws Exception {
        UUID receiver = filled(BatchedRemoval.ROWS + 3);
        outbox.set(receiver, "state = 'delivered', ended_at = current_timestamp - interval '2' day");
        cleanUp.run();
        assertThat(outbox.count(receiver)).isEqualTo(BatchedRemoval.ROWS + 3);

        outbox.set(receiver, "ended_at = current_timestamp - interval '4' day");
        cleanUp.run();

        assertThat(outbox.count(receiver)).isZero();
    }

    @Test
    void parkedOnesStayLongerAndGo() throws Exception {
        UUID receiver = filled(3);
        outbox.set(receiver, "state = 'parked', ended_at = current_timestamp - interval '13' day");
        cleanUp.run();
        assertThat(outbox.count(receiver, "parked")).isEqualTo(3);

        outbox.set(receiver, "ended_at = current_timestamp - interval '15' day");
        cleanUp.run();

        assertThat(outbox.count(receiver)).isZero();
    }

    @Test
    void whatWaitsTooLongForItsTurnIsParked() throws Exception {
        UUID receiver = filled(3);
        outbox.set(receiver, "created_at = current_timestamp - interval '47' hour");
        cleanUp.run();
        assertThat(outbox.count(receiver, "pending")).isEqualTo(3);

        outbox.set(receiver, "created_at = current_timestamp - interval '49' hour");
        cleanUp.run();

        assertThat(outbox.count(receiver, "parked")).isEqualTo(3);
    }

    @Test
    void whatNobodyAsksForGoes() throws Exception {
        UUID receiver = outbox.polled("a client");
        made.add(receiver);
        outbox.record("unasked");
        outbox.set(receiver, "created_at = current_timestamp - interval '6' day");
        cleanUp.run();
        assertThat(outbox.count(receiver, "pending")).isEqualTo(1);

        outbox.set(receiver, "created_at = current_timestamp - interval '8' day");
        cleanUp.run();

        assertThat(outbox.count(receiver)).isZero();
    }

    @Test
    void whatWasForARemovedReceiverGoes() throws Exception {
        UUID receiver = filled(3);
        outbox.remove(receiver);

        cleanUp.run();

        assertThat(outbox.count(receiver)).isZero();
    }

    private UUID filled(int count) throws SQLException {
        UUID receiver = outbox.receiver("https://hooks.example.com/", ReceiverStatus.PAUSED);
        made.add(receiver);
        for (int i = 0; i < count; i++) {
            outbox.record("subject-" + i);
        }
        return receiver;
    }
}
