package dev.signet.oauth.code;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that removes authorization codes which are no longer needed. */
@ApplicationScoped
class CodeCleanUpJob {

    private final AuthorizationCodes codes;

    CodeCleanUpJob(AuthorizationCodes codes) {
        this.codes = codes;
    }

    @Scheduled(
            every = "${signet.oauth.code.clean-up-interval:PT1M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        codes.removeExpired();
    }
}
