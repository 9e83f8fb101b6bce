package dev.signet.links.mail;

/** A source of mails; implemented by the package that stores requests for them. */
public interface MailSource {

    /** Adds the mails for the waiting requests to the outbox, right before a delivery. */
    void addWaitingMails();
}
