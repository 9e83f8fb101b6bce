package dev.signet.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The registered OAuth clients. */
@ConfigMapping(prefix = "signet.clients")
interface ClientsConfig {

    /** How many clients a node remembers, so that one it meets again costs no query. */
    @WithDefault("10000")
    int cacheSize();

    /** How often a node asks the database for changes of clients that other nodes made. */
    @WithDefault("PT0.5S")
    Duration reloadInterval();

    /** For how long the former secret of a client is good beside the new one. */
    @WithDefault("PT24H")
    Duration formerSecretTtl();

    /** How often expired secrets and assertions are removed. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
