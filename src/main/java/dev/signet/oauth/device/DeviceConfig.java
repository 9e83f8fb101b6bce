package dev.signet.oauth.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long a device waits for a person, and how often it asks. */
@ConfigMapping(prefix = "signet.oauth.device")
interface DeviceConfig {

    /** Life of the two codes. */
    @WithDefault("PT10M")
    Duration ttl();

    /** How long a device waits before it asks again, in whole seconds. */
    @WithDefault("PT5S")
    Duration pollInterval();

    /** How often expired ones are removed. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();
}
