package dev.signet.login.browser;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetimes of browser sessions. */
@ConfigMapping(prefix = "signet.login.browser")
interface BrowserConfig {

    /** Time to live of an unused browser session. */
    @WithDefault("PT8H")
    Duration idleTtl();

    /** Maximum time to live of a browser session; at least {@code idle-ttl}. */
    @WithDefault("PT24H")
    Duration ttl();

    /** The {@code client_id} of browser sessions in lists of sessions. */
    @WithDefault("browser")
    String clientId();
}
