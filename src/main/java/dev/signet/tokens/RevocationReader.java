package dev.signet.tokens;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps this node's memory of revocations fresh: whole at the start, then by increments. Not a {@code @Scheduled} job, because
 * those run once a second at most and the promise is one second from logout to refusal.
 */
@ApplicationScoped
class RevocationReader {

    private static final Logger LOG = Logger.getLogger(RevocationReader.class);

    private final Revocations revocations;
    private final ScheduledExecutorService executor;
    private final long intervalMillis;
    private boolean failing;
    private @Nullable Future<?> reading;

    RevocationReader(Revocations revocations, ScheduledExecutorService executor, TokensConfig config) {
        this.revocations = revocations;
        this.executor = executor;
        this.intervalMillis = config.revocationInterval().toMillis();
    }

    void onStart(@Observes StartupEvent event) {
        revocations.load();
        reading = executor.scheduleWithFixedDelay(this::read, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        if (reading != null) {
            reading.cancel(false);
        }
    }

    // Says once that the database is away, and once that it is back, instead of twice a second.
    private void read() {
        try {
            revocations.load();
            if (failing) {
                LOG.info("Revocations are read again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("Revocations by other nodes cannot be read; judging by what is known: %s", e.getMessage());
            }
            failing = true;
        }
    }
}
