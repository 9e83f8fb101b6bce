package dev.signet.keys;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Has the keys ready before the first request and before any other room starts. */
@ApplicationScoped
class KeyStart {

    private final KeyLifeCycle lifeCycle;

    KeyStart(KeyLifeCycle lifeCycle) {
        this.lifeCycle = lifeCycle;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        lifeCycle.start();
    }
}
