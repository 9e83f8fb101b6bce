package dev.signet.throttle;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes ended windows and expired known IP addresses at intervals. */
@ApplicationScoped
class ThrottleCleanUpJob {

    private final AttemptLimits limits;

    ThrottleCleanUpJob(AttemptLimits limits) {
        this.limits = limits;
    }

    @Scheduled(
            every = "${signet.throttle.clean-up-interval:PT10M}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        limits.removeExpired();
    }
}
