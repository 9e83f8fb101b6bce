package dev.signet.links.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Stores mails to send in the transaction of the change that causes them, so that both are committed or neither. */
@ApplicationScoped
public class MailOutbox {

    private final MailRepository repository;
    private final MailSetup setup;
    private final Clock clock;

    MailOutbox(MailRepository repository, MailSetup setup, Clock clock) {
        this.repository = repository;
        this.setup = setup;
        this.clock = clock;
    }

    /** Removes, within the current transaction, the waiting mails of an account and a kind. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(UUID accountId, MailKind kind) {
        repository.removeOf(accountId, kind);
    }

    /** Stores a mail within the current transaction, if mail is configured. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutgoingMail mail) {
        if (setup.isConfigured()) {
            repository.persist(new StoredMail(mail, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
    }
}
