package dev.signet.tokens.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Times to live of sessions and refresh tokens. */
@ConfigMapping(prefix = "signet.tokens")
interface SessionConfig {

    /** Time to live of a refresh token. Each rotation starts it again. */
    @WithDefault("PT24H")
    Duration refreshTokenTtl();

    /** Maximum time to live of a session. Refreshes do not extend it. */
    @WithDefault("P30D")
    Duration sessionTtl();

    /** Time after a rotation in which the replaced refresh token returns the same new token again. */
    @WithDefault("PT10S")
    Duration retryWindow();
}
