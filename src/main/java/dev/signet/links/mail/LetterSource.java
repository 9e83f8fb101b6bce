package dev.signet.links.mail;

import java.util.Optional;

/** Writes mails; implemented by whoever knows what they are about. */
public interface LetterSource {

    /** Writes a mail at the moment it is sent, anew for each attempt; empty if there is nobody to send it to any more. */
    Optional<Letter> write(OutgoingMail mail);

    /** Hears that a mail was sent, within the transaction that forgets it. */
    void sent(OutgoingMail mail);
}
