package dev.signet.keys.lifecycle;

import dev.signet.keys.history.KeyHistory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Loads the keys before any other package starts. In a new installation, the first keys are generated in the background
 * during the rest of the start.
 */
@ApplicationScoped
class KeyStart {

    private static final Logger LOG = Logger.getLogger(KeyStart.class);
    private static final long STOP_SECONDS = 10;

    private final KeyLifeCycle lifeCycle;
    private final KeyHistory history;
    private final StoredKeyRepository repository;
    private final ScheduledExecutorService executor;
    private final List<Future<?>> background = new ArrayList<>();

    KeyStart(
            KeyLifeCycle lifeCycle,
            KeyHistory history,
            StoredKeyRepository repository,
            ScheduledExecutorService executor) {
        this.lifeCycle = lifeCycle;
        this.history = history;
        this.repository = repository;
        this.executor = executor;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        lifeCycle.start(keys -> runInBackground(keys, "Cannot create the first signing keys; retrying"));
        runInBackground(
                () -> history.recordMissing(repository::findStates),
                "Cannot add existing signing keys to the key history");
    }

    /** Waits for the background work, because the database closes after this event, also when the start has failed. */
    void onStop(@Observes ShutdownEvent event) {
        background.forEach(KeyStart::await);
    }

    private void runInBackground(Runnable work, String failure) {
        background.add(executor.submit(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warnf("%s: %s", failure, e.getMessage());
            }
        }));
    }

    private static void await(Future<?> work) {
        try {
            work.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debugf("The shutdown does not wait for the signing keys any longer: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
