package dev.signet.webhooks.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counters of the attempts to deliver events, by outcome. All exist from the start. */
@Singleton
@Startup
final class DeliveryCounters {

    private final Counter delivered;
    private final Counter failed;
    private final Counter parked;

    DeliveryCounters(MeterRegistry meters) {
        this.delivered = counter(meters, DeliveryState.DELIVERED.wire());
        this.failed = counter(meters, "failed");
        this.parked = counter(meters, DeliveryState.PARKED.wire());
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("signet_event_deliveries")
                .description("Attempts to deliver a security event to a webhook or a stream")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Counts an attempt after which the delivery is delivered or parked. */
    void countEnd(DeliveryState state) {
        (state == DeliveryState.DELIVERED ? delivered : parked).increment();
    }

    /** Counts a failed attempt that will be repeated. */
    void countFailure() {
        failed.increment();
    }
}
