package dev.signet.oauth.code;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetime and retention of authorization codes. */
@ConfigMapping(prefix = "signet.oauth.code")
interface CodeConfig {

    /** Time to live of an authorization code, at most 60 seconds. */
    @WithDefault("PT60S")
    Duration ttl();

    /** Retention of a used code. A second use within this time ends the session of the code. */
    @WithDefault("PT1H")
    Duration retention();
}
