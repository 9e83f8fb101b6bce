package dev.signet.oidc.userinfo;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that removes outdated accounts from the cache of UserInfo. */
@ApplicationScoped
class UserInfoCleanUpJob {

    private final UserInfoSubjectCache cache;

    UserInfoCleanUpJob(UserInfoSubjectCache cache) {
        this.cache = cache;
    }

    @Scheduled(
            every = "${signet.oidc.user-info.clean-up-interval:PT10M}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        cache.removeExpired();
    }
}
