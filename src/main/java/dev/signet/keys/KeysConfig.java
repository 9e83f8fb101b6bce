package dev.signet.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;

/** Algorithms and lifetimes of the signing keys. */
@ConfigMapping(prefix = "signet.keys")
interface KeysConfig {

    /**
     * Signature algorithms with a key ring: {@code RS256}, {@code ES256}, {@code Ed25519} ({@code EdDSA} means the
     * same), and {@code ML-DSA-65} on Java 24 or later.
     */
    @WithDefault("RS256,ES256")
    List<String> algorithms();

    /** Time for which a key signs before its successor replaces it. */
    @WithDefault("P90D")
    Duration rotationPeriod();

    /**
     * Time for which a successor is in the JWK Set before it signs; at least JWKS max-age + clock skew + reload
     * interval.
     */
    @WithDefault("PT24H")
    Duration announceLead();

    /** Time for which verifiers may cache the JWK Set ({@code Cache-Control: max-age}), in whole seconds. */
    @WithDefault("PT10M")
    Duration jwksMaxAge();

    /** Maximum clock difference of nodes and verifiers, at most 60 seconds. Every time check uses this tolerance. */
    @WithDefault("PT30S")
    Duration clockSkew();

    /** Interval at which a node reads the keys that other nodes changed. */
    @WithDefault("PT5S")
    Duration reloadInterval();

    /**
     * Time for which a key verifies after it stopped signing; at least longest token life + clock skew + reload
     * interval.
     */
    @WithDefault("PT24H")
    Duration retireTime();

    /** Maximum time to live of any signed token. */
    @WithDefault("PT1H")
    Duration longestTokenLife();
}
