package dev.signet.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Lifetimes and algorithm of issued tokens. */
@ConfigMapping(prefix = "signet.tokens")
interface TokensConfig {

    /**
     * Signature algorithm of access tokens: {@code RS256}, {@code ES256}, {@code Ed25519} or {@code ML-DSA-65}; one of
     * {@code signet.keys.algorithms}.
     */
    @WithDefault("RS256")
    String algorithm();

    /**
     * Default audience of access tokens, and the audience that Signet's own endpoints require. The default is the
     * issuer.
     */
    Optional<String> audience();

    /** Time to live of an access token; at most {@code signet.keys.longest-token-life}. */
    @WithDefault("PT5M")
    Duration accessTokenTtl();

    /** Time to live of a refresh token. Each rotation starts it again. */
    @WithDefault("PT24H")
    Duration refreshTokenTtl();

    /** Maximum time to live of a session. Refreshes do not extend it. */
    @WithDefault("P30D")
    Duration sessionTtl();

    /** Time after a rotation in which the replaced refresh token returns the same new token again. */
    @WithDefault("PT10S")
    Duration retryWindow();

    /** Interval at which a node reads the revocations of other nodes. */
    @WithDefault("PT0.5S")
    Duration revocationInterval();

    /**
     * Maximum number of verified access tokens in the cache of a node. The signature of a cached token is not verified
     * again; times, revocation and the key always are. 0 disables the cache.
     */
    @WithDefault("2000")
    int verifiedCacheSize();

    /** Interval at which expired sessions and revocations are deleted. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
