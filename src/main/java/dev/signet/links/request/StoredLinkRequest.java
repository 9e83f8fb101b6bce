package dev.signet.links.request;

import dev.signet.links.LinkPurpose;
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

    String named;
    String language;
    String address;
    Instant createdAt;

    protected StoredLinkRequest() {}

    StoredLinkRequest(LinkPurpose purpose, String named, String language, String address, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.purpose = purpose;
        this.named = named;
        this.language = language;
        this.address = address;
        this.createdAt = createdAt;
    }
}
