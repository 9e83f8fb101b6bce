package dev.signet.tokens.dpop;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets proofs that are too old to be taken again, at intervals. */
@ApplicationScoped
class DpopCleanUpJob {

    private final SeenProofs seen;

    DpopCleanUpJob(SeenProofs seen) {
        this.seen = seen;
    }

    @Scheduled(
            every = "${signet.tokens.dpop.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        seen.removeExpired();
    }
}
