package dev.signet.clients.administration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings of the administration of clients. */
@ConfigMapping(prefix = "signet.clients")
interface ClientsConfig {

    /** Time for which the former client secret stays valid after a rotation. */
    @WithDefault("PT24H")
    Duration formerSecretTtl();
}
