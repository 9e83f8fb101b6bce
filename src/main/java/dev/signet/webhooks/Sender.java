package dev.signet.webhooks;

import dev.signet.database.DatabaseClock;
import dev.signet.fetch.Lanes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends what is waiting: to each receiver on a lane of its own, of each subject in order. */
@ApplicationScoped
class Sender {

    private static final int BATCH = 64;
    // More than so many waiting subjects are worth another lane; not more lanes than a server is called at once.
    private static final int WORTH_A_LANE = 8;
    private static final int LANES = 4;
    private static final Duration TURN = Duration.ofSeconds(2);

    /** One of the lanes of a receiver. */
    private record Lane(UUID receiver, int number) {}

    private final Receivers receivers;
    private final EventReceiverRepository repository;
    private final EventDeliveryRepository deliveries;
    private final DeliveryAttempts attempts;
    private final DatabaseClock clock;

    Sender(
            Receivers receivers,
            EventReceiverRepository repository,
            EventDeliveryRepository deliveries,
            DeliveryAttempts attempts,
            DatabaseClock clock) {
        this.receivers = receivers;
        this.repository = repository;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Has what is waiting sent; waits for none of it. */
    void send(Lanes lanes) {
        for (UUID receiver : QuarkusTransaction.requiringNew().call(repository::withSomethingToSend)) {
            Lane lane = new Lane(receiver, 0);
            lanes.offer(lane, () -> send(lanes, lane));
        }
    }

    // Until nothing is due, something fails, or the turn is over, behind which the others come first.
    private void send(Lanes lanes, Lane lane) {
        Optional<Receiver> receiver = receivers.find(lane.receiver());
        long begun = System.nanoTime();
        boolean goesOn = true;
        while (goesOn && receiver.isPresent() && System.nanoTime() - begun < TURN.toNanos()) {
            List<EventDelivery> due =
                    QuarkusTransaction.requiringNew().call(() -> deliveries.due(lane.receiver(), clock.now(), BATCH));
            goesOn = !due.isEmpty() && sendAll(lanes, receiver.get(), lane, due);
        }
    }

    private boolean sendAll(Lanes lanes, Receiver receiver, Lane lane, List<EventDelivery> due) {
        // Each lane begins elsewhere, so that they seldom want the same one.
        int first = lane.number() * due.size() / LANES;
        for (int i = 0; i < due.size(); i++) {
            EventDelivery delivery = due.get((first + i) % due.size());
            if (attempts.claim(delivery) && !attempts.make(receiver, delivery)) {
                return false;
            }
            if (lane.number() == 0 && i == 0) {
                openOthers(lanes, receiver.id(), due.size());
            }
        }
        return true;
    }

    // For a receiver that answers, and only where nobody else needs the thread.
    private void openOthers(Lanes lanes, UUID receiver, int waiting) {
        for (int more = 1; more < LANES && waiting > more * WORTH_A_LANE && lanes.hasFreeThread(); more++) {
            Lane other = new Lane(receiver, more);
            lanes.offer(other, () -> send(lanes, other));
        }
    }
}
