package dev.signet.tokens.dpop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How fresh a DPoP proof has to be. */
@ConfigMapping(prefix = "signet.tokens.dpop")
interface DpopConfig {

    /** Age at which a proof is refused; how far clocks may differ comes on top. */
    @WithDefault("PT60S")
    Duration proofLife();

    /** Whether a proof without a nonce of this service is answered {@code use_dpop_nonce}; one that has a nonce is always held to it. */
    @WithDefault("false")
    boolean nonceRequired();

    /** Life of a nonce; it may be used for any number of proofs. */
    @WithDefault("PT5M")
    Duration nonceLife();

    /** How often proofs are forgotten that are too old to be taken again. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();
}
