package dev.signet.jose;

import java.time.Duration;
import java.util.List;

/** What this installation signs with and how exact its clocks are, as the rooms see it that need not know its keys. */
public interface SignatureTerms {

    /** The algorithms there are keys for. */
    List<JwsAlgorithm> algorithms();

    /** How far clocks may be apart. */
    Duration clockSkew();

    /** The cap on the life of every token. */
    Duration longestTokenLife();
}
