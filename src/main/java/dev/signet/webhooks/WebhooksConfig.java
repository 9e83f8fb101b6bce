package dev.signet.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How others are told of security events. */
@ConfigMapping(prefix = "signet.webhooks")
interface WebhooksConfig {

    /** How often it is looked for something to send. */
    @WithDefault("PT1S")
    Duration deliveryInterval();

    /** How many deliveries a node makes at once. */
    @WithDefault("12")
    int senders();

    /** How long after the first failure it is tried again; twice as long after each further one, at most an hour; give or take a quarter. */
    @WithDefault("PT10S")
    Duration retryDelay();

    /** How long a delivery is tried again before it is parked. */
    @WithDefault("PT24H")
    Duration retryTime();

    /** How long a delivery that was made stays in the log. */
    @WithDefault("P3D")
    Duration logRetention();

    /** How long a delivery that is parked can be seen and made again. */
    @WithDefault("P14D")
    Duration parkedRetention();

    /** How long events are kept for a client that does not ask for them. */
    @WithDefault("P7D")
    Duration pollRetention();

    /** How soon a node notices a receiver that another node set up. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();

    /** How often old deliveries are removed. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();
}
