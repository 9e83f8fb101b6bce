package dev.signet.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import java.util.concurrent.ScheduledExecutorService;

/** Loads the keys before any other room starts; the first ones of a new installation are made beside the rest of the start. */
@ApplicationScoped
class KeyStart {

    private final KeyLifeCycle lifeCycle;
    private final KeyHistory history;
    private final ScheduledExecutorService executor;

    KeyStart(KeyLifeCycle lifeCycle, KeyHistory history, ScheduledExecutorService executor) {
        this.lifeCycle = lifeCycle;
        this.history = history;
        this.executor = executor;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        history.takeOver();
        lifeCycle.start(executor);
    }
}
