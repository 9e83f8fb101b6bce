package dev.signet.tokens.status;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps places in memory for the tokens to come. */
@ApplicationScoped
class StatusJob {

    private final TokenStatus status;

    StatusJob(TokenStatus status) {
        this.status = status;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        status.topUp();
    }
}
