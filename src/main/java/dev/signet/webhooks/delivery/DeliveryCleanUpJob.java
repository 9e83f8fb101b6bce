package dev.signet.webhooks.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of old deliveries. */
@ApplicationScoped
class DeliveryCleanUpJob {

    private final DeliveryCleanUp cleanUp;

    DeliveryCleanUpJob(DeliveryCleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Scheduled(
            every = "${signet.webhooks.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        cleanUp.run();
    }
}
