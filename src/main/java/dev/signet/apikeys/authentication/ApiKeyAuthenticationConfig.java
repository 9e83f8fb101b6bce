package dev.signet.apikeys.authentication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The cache of API keys, and the roles that a key may have. */
@ConfigMapping(prefix = "signet.apikeys")
interface ApiKeyAuthenticationConfig {

    /** Maximum number of API keys in the cache of a node. A cached key needs no database query. */
    @WithDefault("10000")
    int cacheSize();

    /** Whether API keys may have the role {@code admin}. If not, existing keys lose the role. */
    @WithDefault("false")
    boolean mayAdminister();

    /** Interval at which a node reads the API keys that other nodes changed or revoked. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();
}
