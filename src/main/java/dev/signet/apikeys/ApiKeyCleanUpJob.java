package dev.signet.apikeys;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of expired and revoked API keys. */
@ApplicationScoped
class ApiKeyCleanUpJob {

    private final ApiKeyCleanUp cleanUp;

    ApiKeyCleanUpJob(ApiKeyCleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Scheduled(
            every = "${signet.apikeys.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        cleanUp.run();
    }
}
