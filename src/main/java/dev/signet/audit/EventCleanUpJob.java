package dev.signet.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of expired security events. */
@ApplicationScoped
class EventCleanUpJob {

    private final EventLog log;

    EventCleanUpJob(EventLog log) {
        this.log = log;
    }

    @Scheduled(
            every = "${signet.audit.clean-up-interval:PT1H}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        log.removeExpired();
    }
}
