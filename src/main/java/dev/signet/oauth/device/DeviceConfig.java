package dev.signet.oauth.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetime and polling interval of device codes. */
@ConfigMapping(prefix = "signet.oauth.device")
interface DeviceConfig {

    /** Time to live of the device code and the user code, at most 30 minutes. */
    @WithDefault("PT10M")
    Duration ttl();

    /** Minimum interval between two token requests of a device, in whole seconds. */
    @WithDefault("PT5S")
    Duration pollInterval();
}
