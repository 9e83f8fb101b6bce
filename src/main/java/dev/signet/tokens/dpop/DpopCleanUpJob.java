package dev.signet.tokens.dpop;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Job that removes proofs that are too old to be accepted again. */
@ApplicationScoped
class DpopCleanUpJob {

    private final UsedProofs usedProofs;

    DpopCleanUpJob(UsedProofs usedProofs) {
        this.usedProofs = usedProofs;
    }

    @Scheduled(
            every = "${signet.tokens.dpop.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        usedProofs.removeExpired();
    }
}
