package dev.signet.accounts.factor;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of expired enrolments. */
@ApplicationScoped
class FactorCleanUpJob {

    private final TotpEnrolments enrolments;

    FactorCleanUpJob(TotpEnrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Scheduled(
            every = "${signet.accounts.factor.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        enrolments.removeExpired();
    }
}
