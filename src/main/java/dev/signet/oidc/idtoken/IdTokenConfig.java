package dev.signet.oidc.idtoken;

import io.smallrye.config.ConfigMapping;

import java.time.Duration;
import java.util.Optional;

/** Settings of ID Tokens. */
@ConfigMapping(prefix = "signet.oidc.id-token")
interface IdTokenConfig {

    /** Time to live of an ID Token; default and maximum are {@code signet.keys.longest-token-life}. */
    Optional<Duration> ttl();
}
