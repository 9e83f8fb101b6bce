package dev.signet.login.pending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetime and attempts of logins that wait for a second factor. */
@ConfigMapping(prefix = "signet.login.pending")
interface PendingConfig {

    /** Time to live of an {@code mfa_token}. */
    @WithDefault("PT5M")
    Duration ttl();

    /** Maximum number of second factors, right or wrong, per {@code mfa_token}. */
    @WithDefault("5")
    int attempts();
}
