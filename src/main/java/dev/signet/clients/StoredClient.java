package dev.signet.clients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A client as the table holds it. */
@Entity
@Table(name = "client")
class StoredClient {

    @Id
    String clientId;

    String metadata;

    @Column(updatable = false)
    Instant createdAt;

    long version;

    protected StoredClient() {}

    StoredClient(String clientId, String metadata, Instant createdAt, long version) {
        this.clientId = clientId;
        this.metadata = metadata;
        this.createdAt = createdAt;
        this.version = version;
    }
}
