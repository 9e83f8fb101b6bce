package dev.signet.clients.administration;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Job that removes expired and unused rows. */
@ApplicationScoped
class ClientCleanUpJob {

    private final ClientCleanUp cleanUp;

    ClientCleanUpJob(ClientCleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Scheduled(
            every = "${signet.clients.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        cleanUp.removeExpired();
    }
}
