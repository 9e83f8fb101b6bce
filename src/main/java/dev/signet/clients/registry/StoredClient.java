package dev.signet.clients.registry;

import dev.signet.secrets.SecretHash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Row of the client table. Columns that other transactions change at the same time are not written back. */
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

    /** The registry version at its creation; 0 for rows that are older than this column. */
    @Column(updatable = false)
    long registration;

    /** The hash of the registration access token of a client that registered itself. */
    byte @Nullable [] registrationHash;

    /** The hash of its former token, until the current one is used. */
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
