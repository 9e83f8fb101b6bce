package dev.signet.database.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** The interval of readings for metrics. */
@ConfigMapping(prefix = "signet.database")
interface ReadingConfig {

    /** Interval at which a node reads the values of its metrics that come from the database. */
    @WithDefault("PT30S")
    Duration metricsInterval();
}
