package dev.signet.jose;

import dev.signet.jose.jwk.JwsAlgorithm;

import java.time.Duration;
import java.util.List;

/**
 * The signature algorithms, clock skew and maximum token life of this installation, for packages that need not know its
 * keys.
 */
public interface SigningPolicy {

    /** Returns the algorithms for which there are keys. */
    List<JwsAlgorithm> algorithms();

    /** Returns the maximum difference between clocks. */
    Duration clockSkew();

    /** Returns the maximum time to live of every token. */
    Duration longestTokenLife();
}
