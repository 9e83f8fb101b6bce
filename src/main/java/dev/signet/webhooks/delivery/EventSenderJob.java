package dev.signet.webhooks.delivery;

import dev.signet.delivery.LaneFactory;
import dev.signet.delivery.Lanes;
import dev.signet.error.Settings;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled job that sends pending deliveries. */
@ApplicationScoped
class EventSenderJob {

    private static final Settings SETTINGS = Settings.under("signet.webhooks");

    private final EventSender sender;
    private final Lanes lanes;

    EventSenderJob(EventSender sender, DeliveryConfig config, LaneFactory factory) {
        SETTINGS.positive("senders", config.senders());
        SETTINGS.positive("retry-delay", config.retryDelay());
        SETTINGS.positive("retry-time", config.retryTime());
        this.sender = sender;
        this.lanes = factory.create("event-delivery", config.senders());
    }

    @Scheduled(
            every = "${signet.webhooks.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        sender.send(lanes);
    }
}
