package dev.signet.clients.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The registered clients and their cache. */
@ConfigMapping(prefix = "signet.clients")
public interface RegistryConfig {

    /** Maximum number of clients in the cache of a node. A cached client needs no database query. */
    @WithDefault("10000")
    int cacheSize();

    /** Interval at which a node reads the clients that other nodes changed. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();

    /**
     * Whether an {@code https} URL may be a {@code client_id}. The client publishes its metadata at that URL and has
     * the permissions of self-registered clients.
     */
    @WithDefault("false")
    boolean metadataDocuments();

    /**
     * Time without token requests after which a self-registered client is deleted. For an unused client it begins at
     * the registration. {@code PT0S} disables the deletion.
     */
    @WithDefault("P90D")
    Duration registrationIdleTtl();
}
