package dev.signet.webhooks.delivery;

import dev.signet.database.DatabaseClock;
import dev.signet.delivery.Lanes;
import dev.signet.webhooks.receiver.Receiver;
import dev.signet.webhooks.receiver.Receivers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends pending deliveries: each receiver has its own lanes, and the events of a subject stay in order. */
@ApplicationScoped
class EventSender {

    private static final int BATCH = 64;
    // Another lane opens for each further eight pending subjects, up to the number of concurrent calls to one server.
    private static final int SUBJECTS_PER_LANE = 8;
    private static final int LANES = 4;
    private static final Duration TURN = Duration.ofSeconds(2);

    /** One of the lanes of a receiver. */
    private record Lane(UUID receiver, int number) {}

    private final Receivers receivers;
    private final EventDeliveryRepository deliveries;
    private final DeliveryAttempts attempts;
    private final DatabaseClock clock;

    EventSender(
            Receivers receivers, EventDeliveryRepository deliveries, DeliveryAttempts attempts, DatabaseClock clock) {
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Starts sending pending deliveries and returns without waiting. */
    void send(Lanes lanes) {
        List<UUID> waiting = QuarkusTransaction.requiringNew().call(deliveries::pushReceiversWithPending);
        for (UUID receiver : waiting) {
            Lane lane = new Lane(receiver, 0);
            lanes.offer(lane, () -> send(lanes, lane));
        }
    }

    // Runs until nothing is due, an attempt fails, the lanes are stopped, or the turn is over. After a turn, other
    // receivers come first.
    private void send(Lanes lanes, Lane lane) {
        Optional<Receiver> receiver = receivers.find(lane.receiver());
        long start = System.nanoTime();
        boolean proceed = true;
        while (proceed && receiver.isPresent() && System.nanoTime() - start < TURN.toNanos()) {
            List<EventDelivery> due =
                    QuarkusTransaction.requiringNew().call(() -> deliveries.due(lane.receiver(), clock.now(), BATCH));
            proceed = !due.isEmpty() && sendAll(lanes, receiver.get(), lane, due);
        }
    }

    private boolean sendAll(Lanes lanes, Receiver receiver, Lane lane, List<EventDelivery> due) {
        // Each lane starts at another delivery, so that lanes rarely compete for the same one.
        int first = lane.number() * due.size() / LANES;
        for (int i = 0; i < due.size(); i++) {
            EventDelivery delivery = due.get((first + i) % due.size());
            if (lanes.isStopped() || !attempts.attempt(receiver, delivery)) {
                return false;
            }
            if (lane.number() == 0 && i == 0) {
                openFurtherLanes(lanes, receiver.id(), due.size());
            }
        }
        return true;
    }

    // Further lanes are opened only for a receiver that responds, and only if no other receiver needs the thread.
    private void openFurtherLanes(Lanes lanes, UUID receiver, int waiting) {
        for (int more = 1; more < LANES && waiting > more * SUBJECTS_PER_LANE && lanes.hasFreeThread(); more++) {
            Lane other = new Lane(receiver, more);
            lanes.offer(other, () -> send(lanes, other));
        }
    }
}
