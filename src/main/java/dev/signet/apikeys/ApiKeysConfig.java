package dev.signet.apikeys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Lifetimes and limits of API keys. Their scopes and audiences are those of the first-party login. */
@ConfigMapping(prefix = "signet.apikeys")
public interface ApiKeysConfig {

    /** Time to live of an API key without a requested expiry. */
    @WithDefault("P90D")
    Duration defaultTtl();

    /** Time for which the former key stays valid after a rotation, at most 30 days. */
    @WithDefault("PT24H")
    Duration formerKeyTtl();

    /** Maximum age of the login with which API keys can be created and rotated. */
    @WithDefault("PT1H")
    Duration maxLoginAge();

    /** Maximum number of active API keys per account. */
    @WithDefault("50")
    int maxPerAccount();

    /**
     * Maximum time to live of a new API key. Without it, API keys without expiry are allowed. Existing keys keep their
     * expiry.
     */
    Optional<Duration> maxTtl();
}
