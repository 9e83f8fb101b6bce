package dev.signet.links.mail;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A mail to write and send.
 *
 * @param sessionId the session that requested it; null if it does not matter
 * @param recipient the recipient; null for the current e-mail address of the account or the invitation
 * @param language the language of the user who caused it, as a language tag
 * @param requestedFrom the IP address of the user who caused the mail; empty if an administrator caused it
 */
public record OutgoingMail(
        MailKind kind,
        @Nullable UUID accountId,
        @Nullable UUID invitationId,
        @Nullable UUID sessionId,
        @Nullable String recipient,
        String language,
        String requestedFrom) {

    /** Creates a mail to the e-mail address that the account has when the mail is sent. */
    public static OutgoingMail toAccount(MailKind kind, UUID accountId, String language, String requestedFrom) {
        return new OutgoingMail(kind, accountId, null, null, null, language, requestedFrom);
    }

    /** Returns this mail with a fixed recipient. */
    public OutgoingMail to(String recipient) {
        return new OutgoingMail(kind, accountId, invitationId, sessionId, recipient, language, requestedFrom);
    }

    /** Returns this mail with the session that requested it. */
    public OutgoingMail from(UUID session) {
        return new OutgoingMail(kind, accountId, invitationId, session, recipient, language, requestedFrom);
    }

    @Override
    public String toString() {
        return "OutgoingMail[" + kind + "]";
    }
}
