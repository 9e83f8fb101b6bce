package dev.signet.oidc.logout;

import dev.signet.delivery.LaneFactory;
import dev.signet.delivery.Lanes;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Scheduled job that sends due logout tokens. */
@ApplicationScoped
class LogoutDeliveryJob {

    private static final int MAX_CONCURRENT_CLIENTS = 4;

    private final BackchannelLogout logout;
    private final Lanes lanes;

    LogoutDeliveryJob(BackchannelLogout logout, LaneFactory factory) {
        this.logout = logout;
        this.lanes = factory.create("logout-delivery", MAX_CONCURRENT_CLIENTS);
    }

    @Scheduled(
            every = "${signet.oidc.logout.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        logout.deliver(lanes);
    }
}
