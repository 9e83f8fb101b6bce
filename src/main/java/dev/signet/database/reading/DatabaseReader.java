package dev.signet.database.reading;

import dev.signet.database.DatabaseClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;

/** Performs all readings, each in its own transaction, and reports whether the database responds. */
@Singleton
@Startup
class DatabaseReader {

    private static final Logger LOG = Logger.getLogger(DatabaseReader.class);
    // A connection is requested for at most five seconds; a reading takes milliseconds.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final List<DatabaseReading> readings;
    private final DatabaseClock databaseClock;
    private final long maxAgeNanos;
    private volatile boolean reached = true;
    private volatile long reachedAt = System.nanoTime();

    DatabaseReader(
            @All List<DatabaseReading> readings,
            DatabaseClock databaseClock,
            ReadingConfig config,
            MeterRegistry meters) {
        this.readings = readings;
        this.databaseClock = databaseClock;
        this.maxAgeNanos = config.metricsInterval().multipliedBy(2).plus(MARGIN).toNanos();
        Gauge.builder("signet_database_reachable", () -> isReachable() ? 1 : 0)
                .description("1 if the database responded at the last attempt of this node, otherwise 0")
                .register(meters);
    }

    /** Reads all values. If the database does not respond, they become unknown. */
    void read() {
        try {
            QuarkusTransaction.requiringNew().call(databaseClock::now);
        } catch (RuntimeException e) {
            // The components that need the database log its outage.
            reached = false;
            readings.forEach(DatabaseReading::forget);
            return;
        }
        reached = true;
        reachedAt = System.nanoTime();
        readings.forEach(DatabaseReader::read);
    }

    private static void read(DatabaseReading reading) {
        try {
            QuarkusTransaction.requiringNew().run(reading::read);
        } catch (RuntimeException e) {
            reading.forget();
            LOG.warnf("Cannot read values for metrics: %s", e);
        }
    }

    // A reading that hangs is no failure, but no response either.
    private boolean isReachable() {
        return reached && System.nanoTime() - reachedAt <= maxAgeNanos;
    }
}
