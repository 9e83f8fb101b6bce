package dev.signet.clients.registry;

import dev.signet.secrets.SecretHash;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Row of the table of client secrets, with the digest of the secret. */
@Entity
@Table(name = "client_secret")
class StoredSecret {

    @Id
    UUID id;

    byte[] secretHash;

    String clientId;

    Instant createdAt;

    @Nullable
    Instant expiresAt;

    protected StoredSecret() {}

    StoredSecret(SecretHash hash, String clientId, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.secretHash = hash.bytes();
        this.clientId = clientId;
        this.createdAt = createdAt;
    }
}
