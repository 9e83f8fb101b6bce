package dev.signet.tokens;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Job that removes ended sessions and expired revocations. */
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
