package dev.signet.webhooks.delivery;

import dev.signet.database.expiry.ExpiringTable;
import dev.signet.webhooks.receiver.Receivers;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Removes or parks old deliveries, so that the table is bounded by time. */
@ApplicationScoped
class DeliveryExpiry implements ExpiringTable {

    private final EventDeliveryRepository deliveries;
    private final Receivers receivers;
    private final DeliveryConfig config;

    DeliveryExpiry(EventDeliveryRepository deliveries, Receivers receivers, DeliveryConfig config) {
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.config = config;
    }

    @Override
    public String tableName() {
        return "event_delivery";
    }

    /** Removes or parks one batch of deliveries that are due for the same reason. */
    @Override
    public int removeExpired(Instant now, int limit) {
        // A delivery that waits for a retried one or for a paused receiver has twice the time.
        Instant tooLong = now.minus(config.retryTime().multipliedBy(2));
        return Stream.<IntSupplier>of(
                        () -> deliveries.parkOlderThan(tooLong, now, limit),
                        () -> deliveries.removeEnded(DeliveryState.DELIVERED, now.minus(config.logRetention()), limit),
                        () -> deliveries.removeEnded(DeliveryState.PARKED, now.minus(config.parkedRetention()), limit),
                        () -> deliveries.removeUnpolled(now.minus(config.pollRetention()), limit),
                        () -> removeOfRemovedReceivers(limit))
                .mapToInt(IntSupplier::getAsInt)
                .filter(count -> count > 0)
                .findFirst()
                .orElse(0);
    }

    private int removeOfRemovedReceivers(int limit) {
        for (UUID receiver : receivers.removed()) {
            int count = deliveries.removeAll(receiver, limit);
            if (count > 0) {
                return count;
            }
            receivers.confirmRemoval(receiver);
        }
        return 0;
    }
}
