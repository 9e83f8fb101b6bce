package dev.signet.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;

/** Settings of the database. */
@ConfigMapping(prefix = "signet.database")
interface DatabaseConfig {

    /** Interval at which expired rows of all tables are deleted. */
    @WithDefault("PT1M")
    Duration cleanUpInterval();

    /**
     * Directory of the embedded database, the generated key-encryption key and the password of the first administrator.
     * Only the user of Signet may read them.
     */
    @WithDefault("./data")
    Path directory();

    /** Maximum time that a start waits for the database to accept connections. */
    @WithDefault("PT1M")
    Duration startTimeout();
}
