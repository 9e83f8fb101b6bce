package dev.signet.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

import java.util.concurrent.ScheduledExecutorService;

/** Loads the keys before any other room starts; the first ones of a new installation are made beside the rest of the start. */
@ApplicationScoped
class KeyStart {

    private static final Logger LOG = Logger.getLogger(KeyStart.class);

    private final KeyLifeCycle lifeCycle;
    private final KeyHistory history;
    private final ScheduledExecutorService executor;

    KeyStart(KeyLifeCycle lifeCycle, KeyHistory history, ScheduledExecutorService executor) {
        this.lifeCycle = lifeCycle;
        this.history = history;
        this.executor = executor;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        lifeCycle.start(executor);
        executor.execute(this::completeHistory);
    }

    // Nobody waits for it, and what is missing is found at the next start.
    private void completeHistory() {
        try {
            history.takeOver();
        } catch (RuntimeException e) {
            LOG.warnf("Keys that the history does not know could not be entered: %s", e.getMessage());
        }
    }
}
