package dev.signet.login.browser;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled removal of expired browser sessions. */
@ApplicationScoped
class BrowserSessionCleanUpJob {

    private final BrowserSessionEnding sessions;

    BrowserSessionCleanUpJob(BrowserSessionEnding sessions) {
        this.sessions = sessions;
    }

    @Scheduled(
            every = "${signet.login.browser.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        sessions.removeExpired();
    }
}
