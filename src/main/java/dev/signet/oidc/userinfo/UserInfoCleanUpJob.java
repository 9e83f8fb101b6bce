package dev.signet.oidc.userinfo;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets at intervals what UserInfo was asked for in sessions that are over, and whom it read too long ago. */
@ApplicationScoped
class UserInfoCleanUpJob {

    private final UserInfoRequests requests;
    private final RecentPersons recent;

    UserInfoCleanUpJob(UserInfoRequests requests, RecentPersons recent) {
        this.requests = requests;
        this.recent = recent;
    }

    @Scheduled(
            every = "${signet.oidc.user-info.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        requests.removeExpired();
        recent.forgetExpired();
    }
}
