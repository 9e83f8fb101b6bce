package dev.signet.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;

/** Settings of the database. */
@ConfigMapping(prefix = "signet.database")
interface DatabaseConfig {

    /** Folder of the embedded database, the generated key-encryption key and the first administrator's password. */
    @WithDefault("./data")
    Path directory();

    /** Time that a start waits for the database to accept connections. */
    @WithDefault("PT1M")
    Duration startTimeout();
}
