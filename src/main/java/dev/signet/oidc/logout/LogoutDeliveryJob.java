package dev.signet.oidc.logout;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at short intervals for clients that are to be told of a logout. */
@ApplicationScoped
class LogoutDeliveryJob {

    private static final int AT_ONCE = 4;

    private final LogoutNotices notices;
    private final ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "logout-delivery");
        thread.setDaemon(true);
        return thread;
    });

    LogoutDeliveryJob(LogoutNotices notices) {
        this.notices = notices;
    }

    @Scheduled(
            every = "${signet.oidc.logout.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        notices.deliver(executor);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
