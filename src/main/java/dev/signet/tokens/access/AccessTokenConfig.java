package dev.signet.tokens.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Optional;

/** Algorithm, audience and time to live of access tokens, and the cache of verified ones. */
@ConfigMapping(prefix = "signet.tokens")
public interface AccessTokenConfig {

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

    /**
     * Maximum number of verified access tokens in the cache of a node. The signature of a cached token is not verified
     * again; times, revocation and the key always are. 0 disables the cache.
     */
    @WithDefault("2000")
    int verifiedCacheSize();
}
