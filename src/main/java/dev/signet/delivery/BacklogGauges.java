package dev.signet.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Gauges of the backlog of one queue. Unknown values are NaN. */
final class BacklogGauges {

    private static final double MILLIS_PER_SECOND = 1_000;

    private volatile @Nullable Backlog backlog;

    /**
     * Registers the gauges.
     *
     * @param queue the value of the label {@code queue}
     */
    BacklogGauges(MeterRegistry meters, String queue) {
        Gauge.builder("signet_deliveries_waiting", this::waiting)
                .description("Stored deliveries that wait to be sent or fetched, counted up to 100,000")
                .tag("queue", queue)
                .register(meters);
        Gauge.builder("signet_deliveries_oldest_age", this::oldestAge)
                .description("Age of the oldest waiting delivery")
                .baseUnit("seconds")
                .tag("queue", queue)
                .register(meters);
    }

    /** Sets the backlog; null if it is unknown. */
    void set(@Nullable Backlog present) {
        backlog = present;
    }

    private double waiting() {
        Backlog present = backlog;
        return present == null ? Double.NaN : present.waiting();
    }

    private double oldestAge() {
        Backlog present = backlog;
        return present == null ? Double.NaN : present.oldestAge().toMillis() / MILLIS_PER_SECOND;
    }
}
