package dev.signet.links.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A mail to send as stored in the table: its kind and recipient, never its contents. */
@Entity
@Table(name = "mail")
class StoredMail {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    MailKind kind;

    @Nullable
    UUID accountId;

    @Nullable
    UUID invitationId;

    @Nullable
    UUID sessionId;

    @Nullable
    String address;

    String language;
    String requestedFrom;
    int attempts;
    Instant nextAttemptAt;

    protected StoredMail() {}

    StoredMail(OutgoingMail mail, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = mail.kind();
        this.accountId = mail.accountId();
        this.invitationId = mail.invitationId();
        this.sessionId = mail.sessionId();
        this.address = mail.recipient();
        this.language = mail.language();
        this.requestedFrom = mail.requestedFrom();
        this.nextAttemptAt = now;
    }

    OutgoingMail view() {
        return new OutgoingMail(kind, accountId, invitationId, sessionId, address, language, requestedFrom);
    }
}
