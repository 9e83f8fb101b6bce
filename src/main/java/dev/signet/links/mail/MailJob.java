package dev.signet.links.mail;

import dev.signet.delivery.LaneFactory;
import dev.signet.delivery.Lanes;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled job that adds requested mails to the outbox and delivers the mails. */
@ApplicationScoped
class MailJob {

    private static final int MAX_CONCURRENT_MAILS = 10;

    private final MailSource source;
    private final MailDelivery delivery;
    private final Lanes lanes;

    MailJob(MailSource source, MailDelivery delivery, LaneFactory factory) {
        this.source = source;
        this.delivery = delivery;
        this.lanes = factory.create("mail-delivery", MAX_CONCURRENT_MAILS);
    }

    // Mails are sent in the run that added them, on other threads.
    @Scheduled(
            every = "${signet.links.mail.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        source.addWaitingMails();
        delivery.deliver(lanes);
    }
}
