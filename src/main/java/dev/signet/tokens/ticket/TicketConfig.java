package dev.signet.tokens.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long tickets live. */
@ConfigMapping(prefix = "signet.tokens.ticket")
interface TicketConfig {

    /** Life of a ticket, at most 60 seconds. */
    @WithDefault("PT30S")
    Duration ttl();

    /** How often expired ones are removed. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();
}
