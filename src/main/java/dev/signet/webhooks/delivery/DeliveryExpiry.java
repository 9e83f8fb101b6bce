package dev.signet.webhooks.delivery;

import dev.signet.database.expiry.ExpiringTable;
import dev.signet.webhooks.receiver.Receivers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.UUID;

/**
 * Removes or parks old deliveries, so that the table is bounded by time. Each reason is visited on its own, so that its
 * query does not run again for every batch of another one.
 */
@Singleton
class DeliveryExpiry {

    private final EventDeliveryRepository deliveries;
    private final Receivers receivers;
    private final DeliveryConfig config;

    DeliveryExpiry(EventDeliveryRepository deliveries, Receivers receivers, DeliveryConfig config) {
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.config = config;
    }

    /** Parks deliveries that wait too long. One that waits for a retried one or for a paused receiver has twice the time. */
    @Produces
    @Singleton
    ExpiringTable overdue() {
        return new Expiry((now, limit) ->
                deliveries.parkOlderThan(now.minus(config.retryTime().multipliedBy(2)), now, limit));
    }

    /** Removes deliveries that were accepted, after the retention of the log. */
    @Produces
    @Singleton
    ExpiringTable delivered() {
        return new Expiry((now, limit) ->
                deliveries.removeEnded(DeliveryState.DELIVERED, now.minus(config.logRetention()), limit));
    }

    /** Removes deliveries that were given up. */
    @Produces
    @Singleton
    ExpiringTable parked() {
        return new Expiry((now, limit) ->
                deliveries.removeEnded(DeliveryState.PARKED, now.minus(config.parkedRetention()), limit));
    }

    /** Removes deliveries that a polling receiver did not fetch. */
    @Produces
    @Singleton
    ExpiringTable unpolled() {
        return new Expiry((now, limit) -> deliveries.removeUnpolled(now.minus(config.pollRetention()), limit));
    }

    /** Removes the deliveries of removed receivers. */
    @Produces
    @Singleton
    ExpiringTable withoutReceiver() {
        return new Expiry((now, limit) -> removeOfRemovedReceivers(limit));
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

    private interface Removal {

        int remove(Instant now, int limit);
    }

    private record Expiry(Removal removal) implements ExpiringTable {

        @Override
        public String tableName() {
            return "event_delivery";
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            return removal.remove(now, limit);
        }
    }
}
