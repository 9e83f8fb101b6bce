package dev.signet.webhooks.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Delivery of security events. */
@ConfigMapping(prefix = "signet.webhooks")
interface DeliveryConfig {

    /** Interval at which a node looks for events to deliver. */
    @WithDefault("PT1S")
    Duration deliveryInterval();

    /** Maximum number of simultaneous deliveries of a node. */
    @WithDefault("12")
    int senders();

    /**
     * Delay of the second attempt. Each further delay is twice as long, at most one hour, with a random deviation of up
     * to a quarter.
     */
    @WithDefault("PT10S")
    Duration retryDelay();

    /** Time for which a delivery is retried before it is parked. */
    @WithDefault("PT24H")
    Duration retryTime();

    /** Retention of completed deliveries. */
    @WithDefault("P3D")
    Duration logRetention();

    /** Retention of parked deliveries. Until then they can be listed and repeated. */
    @WithDefault("P14D")
    Duration parkedRetention();

    /** Retention of events for a client that does not poll them. */
    @WithDefault("P7D")
    Duration pollRetention();
}
