package dev.signet.login.pending;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of pending logins that were not finished in time. */
@ApplicationScoped
class PendingLoginCleanUpJob {

    private final PendingLogins logins;

    PendingLoginCleanUpJob(PendingLogins logins) {
        this.logins = logins;
    }

    @Scheduled(
            every = "${signet.login.pending.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        logins.removeExpired();
    }
}
