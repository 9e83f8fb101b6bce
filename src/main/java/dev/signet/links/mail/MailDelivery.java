package dev.signet.links.mail;

import dev.signet.delivery.DeliveryChannel;
import dev.signet.delivery.Lanes;
import dev.signet.delivery.RetryDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivery of due mails. Each mail is sent by the node that claims it first, retried after a failure, and deleted at
 * the end.
 */
@ApplicationScoped
class MailDelivery implements DeliveryChannel<MailSender, StoredMail, Optional<MailContent>> {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class);
    private static final int BATCH = 64;
    private static final int DELAY_FACTOR = 4;
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final int MAX_REASON_LENGTH = 200;

    private final MailRepository repository;
    private final MailWriter writer;
    private final MailSender sender;
    private final MailConfig config;
    private final RetryDelay retryDelay;
    private final Clock clock;

    MailDelivery(
            MailRepository repository,
            MailWriter writer,
            MailSender sender,
            MailConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.writer = writer;
        this.sender = sender;
        this.config = config;
        this.retryDelay = new RetryDelay(config.retryDelay(), DELAY_FACTOR, random);
        this.clock = clock;
    }

    /**
     * Starts to send the mails that are due, several at once, and returns without waiting: a mail that stalls delays no
     * other. Does nothing while mails of an earlier round have not been started yet.
     */
    void deliver(Lanes lanes) {
        if (lanes.hasWaitingTask()) {
            return;
        }
        for (StoredMail mail : QuarkusTransaction.requiringNew().call(() -> repository.due(clock.instant(), BATCH))) {
            lanes.offer("mail " + mail.id, () -> deliver(mail));
        }
    }

    private void deliver(StoredMail mail) {
        try {
            if (mail.attempts >= config.attempts()) {
                LOG.warnf("Mail %s (%s) was not sent after the last attempt", mail.id, mail.kind);
                QuarkusTransaction.requiringNew().run(() -> repository.remove(mail.id));
            } else {
                attempt(sender, mail);
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Mail %s (%s) was not sent, attempt %d of %d: %s",
                    mail.id, mail.kind, mail.attempts + 1, config.attempts(), reason(e));
            Instant next = clock.instant().plus(retryDelay.after(mail.attempts + 1));
            QuarkusTransaction.requiringNew().run(() -> repository.postpone(mail.id, mail.attempts + 1, next));
        }
    }

    @Override
    public boolean claim(StoredMail mail) {
        Instant lease = clock.instant().plus(config.timeout()).plus(MARGIN);
        return repository.claim(mail.id, mail.attempts, lease);
    }

    @Override
    public Optional<MailContent> send(MailSender server, StoredMail mail) {
        Optional<MailContent> content = writer.write(mail.view());
        content.ifPresent(server::send);
        return content;
    }

    @Override
    public boolean record(StoredMail mail, Optional<MailContent> content) {
        if (repository.remove(mail.id) && content.isPresent()) {
            writer.onSent(mail.view());
        }
        return true;
    }

    // The message may contain the response of the mail server.
    private static String reason(RuntimeException failure) {
        String text = failure.toString().replaceAll("\\p{Cntrl}", " ");
        return text.length() > MAX_REASON_LENGTH ? text.substring(0, MAX_REASON_LENGTH) : text;
    }
}
