package dev.signet.oauth.authorize.transaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetime of authorization requests. */
@ConfigMapping(prefix = "signet.oauth.authorize")
interface AuthorizeConfig {

    /** Time from the authorization request to the last page of the user, at most 12 hours. */
    @WithDefault("PT30M")
    Duration transactionTtl();
}
