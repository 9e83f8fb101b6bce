package dev.signet.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Limits of outgoing calls. */
@ConfigMapping(prefix = "signet.fetch")
interface FetchConfig {

    /**
     * Hosts, each as {@code host:port}, that may have private IP addresses and use {@code http}; none by default. For
     * services of your own network and for evaluation. Every other host needs {@code https} and a public IP address.
     */
    Optional<List<String>> allowedHosts();

    /**
     * NAT64 prefixes of your own network, in addition to {@code 64:ff9b::/96} (RFC 6052 §2.2), such as {@code
     * 2001:db8:64::/96}. An IP address with such a prefix is called only if its embedded IPv4 address may be called.
     */
    Optional<List<String>> nat64Prefixes();

    /** Timeout for opening a connection. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** Timeout for a complete call, from the DNS lookup to the last byte. */
    @WithDefault("PT5S")
    Duration timeout();
}
