package dev.signet.webhooks.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The receivers of security events. */
@ConfigMapping(prefix = "signet.webhooks")
interface ReceiversConfig {

    /** Interval at which a node reads the receivers that other nodes changed. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();
}
