package dev.signet.oauth.request;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that removes pushed requests whose response can no longer be sent. */
@ApplicationScoped
class PushedRequestCleanUpJob {

    private final PushedRequests requests;

    PushedRequestCleanUpJob(PushedRequests requests) {
        this.requests = requests;
    }

    @Scheduled(
            every = "${signet.oauth.request.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        requests.removeExpired();
    }
}
