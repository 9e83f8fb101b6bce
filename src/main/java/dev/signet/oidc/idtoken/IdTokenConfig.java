package dev.signet.oidc.idtoken;

import io.smallrye.config.ConfigMapping;

import java.time.Duration;
import java.util.Optional;

/** ID Tokens. */
@ConfigMapping(prefix = "signet.oidc.id-token")
interface IdTokenConfig {

    /** Life of an ID Token; {@code signet.keys.longest-token-life} by default, which it may not exceed. */
    Optional<Duration> ttl();
}
