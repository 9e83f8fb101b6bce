package dev.signet.login.browser;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long somebody stays logged in at the pages of this service. */
@ConfigMapping(prefix = "signet.login.browser")
interface BrowserConfig {

    /** Life of a browser session that nothing uses. */
    @WithDefault("PT8H")
    Duration idleTtl();

    /** Life of a browser session, whatever uses it. */
    @WithDefault("PT24H")
    Duration ttl();

    /** The {@code client_id} under which browser sessions are listed. */
    @WithDefault("browser")
    String clientId();

    /** How often expired browser sessions are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
