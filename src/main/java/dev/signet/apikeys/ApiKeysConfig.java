package dev.signet.apikeys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Lives and limits of API keys. Their scopes and audiences are those of the first-party login. */
@ConfigMapping(prefix = "signet.apikeys")
interface ApiKeysConfig {

    /** How many API keys a node remembers, so that one it meets again costs no query. */
    @WithDefault("10000")
    int cacheSize();

    /** How often expired and revoked API keys are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();

    /** Life of an API key for which no end is asked for. */
    @WithDefault("P90D")
    Duration defaultTtl();

    /** For how long the former key is good beside the new one after a rotation. */
    @WithDefault("PT24H")
    Duration formerKeyTtl();

    /** Whether an API key may carry the role {@code admin}. */
    @WithDefault("false")
    boolean mayAdminister();

    /** Age of a login at which it no longer suffices to make or rotate API keys. */
    @WithDefault("PT1H")
    Duration maxLoginAge();

    /** API keys that an account may have at a time. */
    @WithDefault("50")
    int maxPerAccount();

    /** Longest life of an API key; without it one may also have no end. */
    Optional<Duration> maxTtl();

    /** How often a node asks the database for API keys that other nodes revoked or changed. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();
}
