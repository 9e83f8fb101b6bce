package dev.signet.webhooks.delivery;

import dev.signet.delivery.Lanes;
import dev.signet.error.Settings;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled job that sends pending deliveries. */
@ApplicationScoped
class EventSenderJob {

    private static final Settings SETTINGS = Settings.under("signet.webhooks");

    private final EventSender sender;
    private final Lanes lanes;

    EventSenderJob(EventSender sender, DeliveryConfig config) {
        SETTINGS.positive("senders", config.senders());
        SETTINGS.positive("retry-delay", config.retryDelay());
        SETTINGS.positive("retry-time", config.retryTime());
        this.sender = sender;
        this.lanes = new Lanes("event-delivery", config.senders());
    }

    @Scheduled(
            every = "${signet.webhooks.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        sender.send(lanes);
    }

    @PreDestroy
    void close() {
        lanes.close();
    }
}
