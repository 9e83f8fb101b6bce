package dev.signet.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A link as stored in the table; deleting the row consumes it. */
@Entity
@Table(name = "action_link")
class StoredLink {

    @Id
    UUID id;

    byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    LinkPurpose purpose;

    String subject;

    @Nullable
    UUID accountId;

    @Nullable
    UUID invitationId;

    @Nullable
    UUID sessionId;

    @Column(name = "address")
    String email;

    Instant expiresAt;

    protected StoredLink() {}

    StoredLink(byte[] tokenHash, NewLink link) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash;
        this.purpose = link.purpose();
        this.subject = link.subject();
        this.accountId = link.accountId();
        this.invitationId = link.invitationId();
        this.sessionId = link.sessionId();
        this.email = link.email();
        this.expiresAt = link.expiresAt();
    }

    ValidLink view() {
        return new ValidLink(id, purpose, accountId, invitationId, sessionId, email);
    }
}
