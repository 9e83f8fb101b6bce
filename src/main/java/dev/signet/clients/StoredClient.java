package dev.signet.clients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A client as the table holds it; what is changed elsewhere at the same time is not written back. */
@Entity
@DynamicUpdate
@Table(name = "client")
class StoredClient {

    @Id
    String clientId;

    String metadata;

    @Column(updatable = false)
    Instant createdAt;

    long version;

    /** The version at which it was created; 0 for one that is older than this column. */
    @Column(updatable = false)
    long registration;

    /** That of the token by which a client that registered itself manages its registration. */
    byte @Nullable [] registrationHash;

    /** That of the token it had before, until the present one is shown. */
    byte @Nullable [] formerRegistrationHash;

    protected StoredClient() {}

    StoredClient(String clientId, String metadata, Instant createdAt, long version, @Nullable SecretHash registration) {
        this.clientId = clientId;
        this.metadata = metadata;
        this.createdAt = createdAt;
        this.version = version;
        this.registration = version;
        this.registrationHash = registration == null ? null : registration.bytes();
    }
}
