package dev.signet.links.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Takes mails that are to be sent, with the change that causes them, so that neither is without the other. */
@ApplicationScoped
public class Outbox {

    private final MailRepository repository;
    private final MailSetup setup;
    private final Clock clock;

    Outbox(MailRepository repository, MailSetup setup, Clock clock) {
        this.repository = repository;
        this.setup = setup;
        this.clock = clock;
    }

    /** Notes a mail within the present transaction, if this service sends any. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutgoingMail mail) {
        if (setup.isConfigured()) {
            repository.persist(new StoredMail(mail, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }
}
