package dev.signet.tokens.status;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Job that keeps free slots in memory for future tokens. */
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
