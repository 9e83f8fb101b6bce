package dev.signet.tokens.dpop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetimes of DPoP proofs and nonces. */
@ConfigMapping(prefix = "signet.tokens.dpop")
interface DpopConfig {

    /** Maximum age of a proof, plus {@code signet.keys.clock-skew}. */
    @WithDefault("PT60S")
    Duration proofLife();

    /**
     * Whether a proof without a nonce is rejected with {@code use_dpop_nonce}. A nonce in a proof is always verified.
     */
    @WithDefault("false")
    boolean nonceRequired();

    /** Time to live of a nonce. It may be used for any number of proofs. */
    @WithDefault("PT5M")
    Duration nonceLife();
}
