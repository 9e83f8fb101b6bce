package dev.signet.webhooks.delivery;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.DatabaseClock;
import dev.signet.webhooks.receiver.Receivers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Removes or parks old deliveries, so that the table is bounded by time. */
@ApplicationScoped
class DeliveryCleanUp {

    private final EventDeliveryRepository deliveries;
    private final Receivers receivers;
    private final BatchedRemoval removal;
    private final DatabaseClock clock;
    private final DeliveryConfig config;

    DeliveryCleanUp(
            EventDeliveryRepository deliveries,
            Receivers receivers,
            BatchedRemoval removal,
            DatabaseClock clock,
            DeliveryConfig config) {
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.removal = removal;
        this.clock = clock;
        this.config = config;
    }

    void run() {
        Instant now = QuarkusTransaction.requiringNew().call(clock::now);
        // A delivery that waits for a retried one or for a paused receiver has twice the time.
        Instant tooLong = now.minus(config.retryTime().multipliedBy(2));
        removal.run(() -> deliveries.parkOlderThan(tooLong, now));
        removal.run(() -> deliveries.removeEnded(DeliveryState.DELIVERED, now.minus(config.logRetention())));
        removal.run(() -> deliveries.removeEnded(DeliveryState.PARKED, now.minus(config.parkedRetention())));
        removal.run(() -> deliveries.removeUnpolled(now.minus(config.pollRetention())));
        for (UUID removed : receivers.removed()) {
            removal.run(() -> deliveries.removeAll(removed));
            receivers.confirmRemoval(removed);
        }
    }
}
