package dev.signet.oidc.logout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Delivery of back-channel logout requests. */
@ConfigMapping(prefix = "signet.oidc.logout")
interface LogoutConfig {

    /** Interval at which a node looks for back-channel logout requests to send. */
    @WithDefault("PT1S")
    Duration deliveryInterval();

    /** Maximum number of back-channel logout requests per client and session. */
    @WithDefault("8")
    int attempts();

    /**
     * Delay of the second attempt. Each further delay is four times as long, at most one hour, with a random deviation
     * of up to a quarter. It must be longer than {@code signet.fetch.timeout}.
     */
    @WithDefault("PT10S")
    Duration retryDelay();
}
