package dev.signet.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Removal of ended and expired rows. */
@ConfigMapping(prefix = "signet.tokens")
interface TokensConfig {

    /** Interval at which expired sessions and revocations are deleted. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
