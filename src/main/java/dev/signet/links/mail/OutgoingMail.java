package dev.signet.links.mail;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A mail that is to be written and sent.
 *
 * @param sessionId the session that asked for it, where that matters
 * @param address where it goes, unless that is the account's or the invitation's own address
 * @param language of whoever caused it, as a language tag
 * @param requestedFrom the IP address of the user who caused the mail; empty if an administrator caused it
 */
public record OutgoingMail(
        MailKind kind,
        @Nullable UUID accountId,
        @Nullable UUID invitationId,
        @Nullable UUID sessionId,
        @Nullable String address,
        String language,
        String requestedFrom) {

    /** To the address an account has when it is sent. */
    public static OutgoingMail toAccount(MailKind kind, UUID accountId, String language, String requestedFrom) {
        return new OutgoingMail(kind, accountId, null, null, null, language, requestedFrom);
    }

    /** To a given address. */
    public OutgoingMail to(String givenAddress) {
        return new OutgoingMail(kind, accountId, invitationId, sessionId, givenAddress, language, requestedFrom);
    }

    /** Asked for by a session. */
    public OutgoingMail from(UUID session) {
        return new OutgoingMail(kind, accountId, invitationId, session, address, language, requestedFrom);
    }

    @Override
    public String toString() {
        return "OutgoingMail[" + kind + "]";
    }
}
