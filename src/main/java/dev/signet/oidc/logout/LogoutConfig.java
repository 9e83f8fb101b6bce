package dev.signet.oidc.logout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How clients are told of a logout. */
@ConfigMapping(prefix = "signet.oidc.logout")
interface LogoutConfig {

    /** How often it is looked for clients that are to be told. */
    @WithDefault("PT1S")
    Duration deliveryInterval();

    /** How often telling one client of one session is tried before it is given up. */
    @WithDefault("8")
    int attempts();

    /** How long after the first failure it is tried again; four times as long after each further one, at most an hour; give or take a quarter. */
    @WithDefault("PT10S")
    Duration retryDelay();
}
