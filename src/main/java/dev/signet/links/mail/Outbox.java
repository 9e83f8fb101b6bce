package dev.signet.links.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

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

    /** Takes back, within the present transaction, an account's mails of a kind that wait to be sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(UUID accountId, MailKind kind) {
        repository.removeOf(accountId, kind);
    }

    /** Notes a mail within the present transaction, if this service sends any. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutgoingMail mail) {
        if (setup.isConfigured()) {
            repository.persist(new StoredMail(mail, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }
}
