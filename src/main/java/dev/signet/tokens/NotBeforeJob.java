package dev.signet.tokens;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for what an instant that was just set has missed. */
@ApplicationScoped
class NotBeforeJob {

    private final NotBefore notBefore;

    NotBeforeJob(NotBefore notBefore) {
        this.notBefore = notBefore;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        notBefore.endLeftOver();
    }
}
