package dev.signet.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the signing keys: algorithms, times and encryption at rest. */
@ConfigMapping(prefix = "signet.keys")
interface KeysConfig {

    /** Algorithms to hold a key ring for: {@code RS256}, {@code ES256}, {@code Ed25519} ({@code EdDSA} means the same), and {@code ML-DSA-65} on Java 24 or later. */
    @WithDefault("RS256,ES256")
    List<String> algorithms();

    /** How long a key signs before its successor replaces it. */
    @WithDefault("P90D")
    Duration rotationPeriod();

    /** How long a successor is in the JWK Set before it signs; at least JWKS max-age + clock skew + reload interval. */
    @WithDefault("PT24H")
    Duration announceLead();

    /** How long a verifier may cache the JWK Set ({@code Cache-Control: max-age}), in whole seconds. */
    @WithDefault("PT10M")
    Duration jwksMaxAge();

    /**
     * Maximum difference between the clocks of nodes and verifiers, at most 60 seconds; the tolerance of every time
     * check.
     */
    @WithDefault("PT30S")
    Duration clockSkew();

    /** How soon a node detects a key that another node changed. */
    @WithDefault("PT5S")
    Duration reloadInterval();

    /**
     * How long a key still verifies after it stopped signing; at least longest token life + clock skew + reload
     * interval.
     */
    @WithDefault("PT24H")
    Duration retireTime();

    /** Maximum time to live of a signed token. */
    @WithDefault("PT1H")
    Duration longestTokenLife();

    /** Key-encryption key, 32 random bytes in Base64; without it {@code encryption-key-file} is read. */
    Optional<String> encryptionKey();

    /** File that holds the key-encryption key; generated, readable by its owner only, while the database has no keys yet. */
    @WithDefault("${signet.database.directory:./data}/key-encryption-key")
    Path encryptionKeyFile();
}
