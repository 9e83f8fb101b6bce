package dev.signet.links;

import dev.signet.links.mail.MailDelivery;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks at short intervals for links that were asked for, and for mails that are to be sent. */
@ApplicationScoped
class LinkMailJob {

    private static final int AT_ONCE = 10;

    private final RequestAnswers answers;
    private final MailDelivery delivery;
    private final ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "mail-delivery");
        thread.setDaemon(true);
        return thread;
    });

    LinkMailJob(RequestAnswers answers, MailDelivery delivery) {
        this.answers = answers;
        this.delivery = delivery;
    }

    // Mail is sent in the round that wrote it, on other threads.
    @Scheduled(
            every = "${signet.links.mail.delivery-interval:PT1S}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        answers.answerWaiting();
        delivery.deliver(executor);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
