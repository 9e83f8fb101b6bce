package dev.signet.oidc.logout;

import dev.signet.delivery.Lanes;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that sends due logout tokens. */
@ApplicationScoped
class LogoutDeliveryJob {

    private static final int MAX_CONCURRENT_CLIENTS = 4;

    private final BackchannelLogout logout;
    private final Lanes lanes = new Lanes("logout-delivery", MAX_CONCURRENT_CLIENTS);

    LogoutDeliveryJob(BackchannelLogout logout) {
        this.logout = logout;
    }

    @Scheduled(
            every = "${signet.oidc.logout.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        logout.deliver(lanes);
    }

    @PreDestroy
    void close() {
        lanes.close();
    }
}
