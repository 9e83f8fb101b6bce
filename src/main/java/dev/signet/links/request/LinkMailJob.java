package dev.signet.links.request;

import dev.signet.delivery.Lanes;
import dev.signet.links.mail.MailDelivery;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** A scheduled job that processes requests for links and delivers the mails. */
@ApplicationScoped
class LinkMailJob {

    private static final int MAX_CONCURRENT_MAILS = 10;

    private final LinkRequestProcessor requests;
    private final MailDelivery delivery;
    private final Lanes lanes = new Lanes("mail-delivery", MAX_CONCURRENT_MAILS);

    LinkMailJob(LinkRequestProcessor requests, MailDelivery delivery) {
        this.requests = requests;
        this.delivery = delivery;
    }

    // Mails are sent in the run that wrote them, on other threads.
    @Scheduled(
            every = "${signet.links.mail.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        requests.processWaiting();
        delivery.deliver(lanes);
    }

    @PreDestroy
    void close() {
        lanes.close();
    }
}
