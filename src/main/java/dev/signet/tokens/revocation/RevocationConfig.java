package dev.signet.tokens.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Exchange of revocations between the nodes. */
@ConfigMapping(prefix = "signet.tokens")
interface RevocationConfig {

    /** Interval at which a node reads the revocations of other nodes. */
    @WithDefault("PT0.5S")
    Duration revocationInterval();
}
