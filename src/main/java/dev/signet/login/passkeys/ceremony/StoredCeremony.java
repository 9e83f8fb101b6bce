package dev.signet.login.passkeys.ceremony;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A started ceremony as stored in the table. */
@Entity
@Table(name = "passkey_ceremony")
class StoredCeremony {

    @Id
    UUID id;

    byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    CeremonyKind kind;

    byte[] challenge;

    @Nullable
    UUID accountId;

    byte[] bindingHash;
    Instant expiresAt;

    protected StoredCeremony() {}

    StoredCeremony(
            byte[] tokenHash,
            CeremonyKind kind,
            byte[] challenge,
            @Nullable UUID accountId,
            byte[] bindingHash,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash;
        this.kind = kind;
        this.challenge = challenge;
        this.accountId = accountId;
        this.bindingHash = bindingHash;
        this.expiresAt = expiresAt;
    }
}
