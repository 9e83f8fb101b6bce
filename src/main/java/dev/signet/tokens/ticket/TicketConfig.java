package dev.signet.tokens.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Lifetime of tickets. */
@ConfigMapping(prefix = "signet.tokens.ticket")
interface TicketConfig {

    /** Time to live of a ticket, at most 60 seconds. */
    @WithDefault("PT30S")
    Duration ttl();
}
