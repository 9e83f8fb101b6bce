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

    /**
     * NAT64 prefixes of the own network, in addition to {@code 64:ff9b::/96} (RFC 6052 §2.2), such as {@code 2001:db8:64::/96}. An IP
     * address below one is called only if the IPv4 address in it may be called.
     */
    Optional<List<String>> nat64Prefixes();

    /** How long one connection may take to come about. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long one call may take in all, from the look-up of the name to the last byte. */
    @WithDefault("PT5S")
    Duration timeout();
}
