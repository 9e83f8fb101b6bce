package dev.signet.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far outgoing calls may go. */
@ConfigMapping(prefix = "signet.fetch")
interface FetchConfig {

    /** Hosts, each as {@code host:port}, that may be called although their address is private, and by {@code http}; none by default. */
    Optional<List<String>> allowedHosts();

    /** How long one connection may take to come about. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long one call may take in all, from the look-up of the name to the last byte. */
    @WithDefault("PT5S")
    Duration timeout();
}
