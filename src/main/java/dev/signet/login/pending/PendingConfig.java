package dev.signet.login.pending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long and how often a login may be finished whose password was right. */
@ConfigMapping(prefix = "signet.login.pending")
interface PendingConfig {

    /** Life of an {@code mfa_token}. */
    @WithDefault("PT5M")
    Duration ttl();

    /** Second factors that may be presented with one {@code mfa_token}, right or wrong. */
    @WithDefault("5")
    int attempts();

    /** How often expired ones are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
