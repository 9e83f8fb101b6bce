package dev.signet.tokens;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes sessions and revocations that can no longer matter, at intervals. */
@ApplicationScoped
class TokenCleanUpJob {

    private final TokenCleanUp cleanUp;

    TokenCleanUpJob(TokenCleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Scheduled(
            every = "${signet.tokens.clean-up-interval:PT10M}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        cleanUp.run();
    }
}
