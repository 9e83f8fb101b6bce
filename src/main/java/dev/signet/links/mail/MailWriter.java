package dev.signet.links.mail;

import java.util.Optional;

/** Writes mails; implemented by the package that knows their contents. */
public interface MailWriter {

    /** Writes a mail when it is sent, once for each attempt; empty if there is no recipient any more. */
    Optional<MailContent> write(OutgoingMail mail);

    /** Handles a sent mail, within the transaction that deletes it. */
    void onSent(OutgoingMail mail);
}
