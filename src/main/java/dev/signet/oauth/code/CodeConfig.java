package dev.signet.oauth.code;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long authorization codes live and are remembered. */
@ConfigMapping(prefix = "signet.oauth.code")
interface CodeConfig {

    /** Life of an authorization code, at most 60 seconds. */
    @WithDefault("PT60S")
    Duration ttl();

    /** How long a used code is remembered, so that its second use ends the session it opened. */
    @WithDefault("PT1H")
    Duration retention();

    /** How often codes are removed that can no longer matter. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();
}
