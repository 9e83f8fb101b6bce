package dev.signet.tokens.notbefore;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Job that ends the sessions that were opened while a not-before instant was set. */
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
        notBefore.endMissedSessions();
    }
}
