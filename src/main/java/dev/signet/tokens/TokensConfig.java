package dev.signet.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Lifetimes and algorithm of the tokens issued. */
@ConfigMapping(prefix = "signet.tokens")
interface TokensConfig {

    /** Signing algorithm of access tokens: {@code RS256}, {@code ES256}, {@code Ed25519} or {@code ML-DSA-65}; one of {@code signet.keys.algorithms}. */
    @WithDefault("RS256")
    String algorithm();

    /** Audience of an access token when none is asked for, and the one this service's own endpoints insist on; the issuer by default. */
    Optional<String> audience();

    /** Life of an access token; at most {@code signet.keys.longest-token-life}. */
    @WithDefault("PT5M")
    Duration accessTokenTtl();

    /** Life of a refresh token, begun anew by each rotation. */
    @WithDefault("PT24H")
    Duration refreshTokenTtl();

    /** Life of a session, whatever its refresh tokens say. */
    @WithDefault("P30D")
    Duration sessionTtl();

    /** For how long after a rotation the same successor is handed out again to whoever presents the token it replaced. */
    @WithDefault("PT10S")
    Duration retryWindow();

    /** How often a node asks the database for revocations that other nodes recorded. */
    @WithDefault("PT0.5S")
    Duration revocationInterval();

    /** How many verified access tokens a node remembers, so that the signature of one presented again is not computed anew; 0 for none. */
    @WithDefault("2000")
    int verifiedCacheSize();

    /** How often expired sessions and revocations are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
