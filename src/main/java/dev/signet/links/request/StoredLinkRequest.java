package dev.signet.links.request;

import dev.signet.links.LinkPurpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** A request for a link, with a name that was not looked up yet. */
@Entity
@Table(name = "link_request")
class StoredLinkRequest {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    LinkPurpose purpose;

    @Column(name = "named")
    String usernameOrEmail;

    String language;

    @Column(name = "address")
    String ipAddress;

    Instant createdAt;

    protected StoredLinkRequest() {}

    StoredLinkRequest(
            LinkPurpose purpose, String usernameOrEmail, String language, String ipAddress, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.purpose = purpose;
        this.usernameOrEmail = usernameOrEmail;
        this.language = language;
        this.ipAddress = ipAddress;
        this.createdAt = createdAt;
    }
}
