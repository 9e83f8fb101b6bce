package dev.signet.oauth.authorize;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long an authorization request lives while a person is at its pages. */
@ConfigMapping(prefix = "signet.oauth.authorize")
interface AuthorizeConfig {

    /** Time from the request of a client to the last page of a person, at most 12 hours. */
    @WithDefault("PT30M")
    Duration transactionTtl();

    /** How often expired requests are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
