package dev.signet.oauth.request;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes pushed requests that can have no answer any more, at intervals. */
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
