package dev.signet.oidc.userinfo;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes outdated accounts from the cache of UserInfo at intervals. */
@ApplicationScoped
class UserInfoCleanUpJob {

    private final RecentPersons recent;

    UserInfoCleanUpJob(RecentPersons recent) {
        this.recent = recent;
    }

    @Scheduled(
            every = "${signet.oidc.user-info.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        recent.forgetExpired();
    }
}
