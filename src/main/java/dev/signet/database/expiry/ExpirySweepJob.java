package dev.signet.database.expiry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that removes expired rows. */
@ApplicationScoped
class ExpirySweepJob {

    private final ExpirySweeper sweeper;

    ExpirySweepJob(ExpirySweeper sweeper) {
        this.sweeper = sweeper;
    }

    @Scheduled(
            every = "${signet.database.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        sweeper.sweep();
    }
}
