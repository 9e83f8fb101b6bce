package dev.signet.clients.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Row of the table of initial access tokens; its uses are consumed by conditional updates only. */
@Entity
@Table(name = "registration_token")
class StoredInitialToken {

    @Id
    UUID id;

    byte[] tokenHash;
    Instant createdAt;
    Instant expiresAt;
    int usesLeft;

    protected StoredInitialToken() {}

    StoredInitialToken(byte[] tokenHash, Instant createdAt, Instant expiresAt, int uses) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.usesLeft = uses;
    }

    InitialTokenView view(@Nullable String token) {
        return new InitialTokenView(id, token, createdAt, expiresAt, usesLeft);
    }
}
