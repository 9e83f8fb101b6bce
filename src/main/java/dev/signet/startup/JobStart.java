package dev.signet.startup;

import io.quarkus.runtime.Application;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Starts the scheduled jobs after the application has started: during a failed start they would only log further
 * errors.
 */
@ApplicationScoped
final class JobStart {

    private static final long POLL_MILLIS = 20;

    private final Scheduler jobs;
    private final Vertx vertx;

    JobStart(Scheduler jobs, Vertx vertx) {
        this.jobs = jobs;
        this.vertx = vertx;
    }

    void onHttp(@ObservesAsync HttpServerStart event) {
        resumeWhenStarted();
    }

    void onHttps(@ObservesAsync HttpsServerStart event) {
        resumeWhenStarted();
    }

    void onDomainSocket(@ObservesAsync DomainSocketServerStart event) {
        resumeWhenStarted();
    }

    // The management interface opens its port after the server and may fail.
    private void resumeWhenStarted() {
        Application application = Application.currentApplication();
        if (application == null || application.isStarted()) {
            jobs.resume();
        } else {
            vertx.setTimer(POLL_MILLIS, timer -> resumeWhenStarted());
        }
    }
}
