package dev.signet.clients;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has this node forget the clients that other nodes changed. Not a {@code @Scheduled} job, because those run once a second at most. */
@ApplicationScoped
class RegistryReader {

    private static final Logger LOG = Logger.getLogger(RegistryReader.class);

    private final ClientRegistry registry;
    private final ScheduledExecutorService executor;
    private final long intervalMillis;
    private boolean failing;
    private @Nullable Future<?> reading;

    RegistryReader(ClientRegistry registry, ScheduledExecutorService executor, ClientsConfig config) {
        this.registry = registry;
        this.executor = executor;
        this.intervalMillis = config.reloadInterval().toMillis();
    }

    void onStart(@Observes StartupEvent event) {
        registry.refresh();
        reading = executor.scheduleWithFixedDelay(this::read, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        if (reading != null) {
            reading.cancel(false);
        }
    }

    private void read() {
        try {
            registry.refresh();
            if (failing) {
                LOG.info("Changes of clients are read again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("Changes of clients by other nodes cannot be read: %s", e.getMessage());
            }
            failing = true;
        }
    }
}
