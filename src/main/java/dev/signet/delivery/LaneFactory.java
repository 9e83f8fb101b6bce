package dev.signet.delivery;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The lanes of all jobs. When the application shuts down, they accept no further work, and running work has the time of
 * {@code quarkus.shutdown.timeout} to end before the database closes.
 */
@Singleton
public final class LaneFactory {

    private static final Logger LOG = Logger.getLogger(LaneFactory.class);

    private final List<Lanes> created = new CopyOnWriteArrayList<>();
    private final Duration shutdownTimeout;

    LaneFactory(@ConfigProperty(name = "quarkus.shutdown.timeout") Optional<Duration> shutdownTimeout) {
        this.shutdownTimeout = shutdownTimeout.orElse(Duration.ZERO);
    }

    /** Creates lanes as {@link Lanes#Lanes} does, which end with the application. */
    public Lanes create(String name, int maxConcurrent) {
        Lanes lanes = new Lanes(name, maxConcurrent);
        created.add(lanes);
        return lanes;
    }

    /** Waits for running work, because the database closes after this event. */
    void onStop(@Observes ShutdownEvent event) {
        long end = System.nanoTime() + shutdownTimeout.toNanos();
        created.forEach(Lanes::stop);
        for (Lanes lanes : created) {
            if (!lanes.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                LOG.infof(
                        "The shutdown does not wait for %s any longer; another node or the next start repeats the"
                                + " attempts in progress",
                        lanes.name());
            }
        }
    }
}
