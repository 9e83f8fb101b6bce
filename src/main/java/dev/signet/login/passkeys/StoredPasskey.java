package dev.signet.login.passkeys;

import dev.signet.database.SpaceSeparatedValues;
import dev.signet.jose.jwk.Jwk;
import dev.signet.login.passkeys.webauthn.AuthenticatorNames;
import dev.signet.login.passkeys.webauthn.CredentialDescriptor;
import dev.signet.login.passkeys.webauthn.VerifiedCredential;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A passkey as stored in the table; changed only by conditional updates. */
@Entity
@Table(name = "passkey")
class StoredPasskey {

    @Id
    UUID id;

    UUID accountId;
    byte[] credentialId;
    String publicKey;
    long signCount;
    UUID aaguid;
    boolean backupEligible;
    boolean backedUp;
    String transports;
    String name;
    Instant createdAt;

    @Nullable
    Instant lastUsedAt;

    protected StoredPasskey() {}

    StoredPasskey(UUID accountId, VerifiedCredential credential, String name, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.credentialId = credential.id();
        this.publicKey = credential.publicKey().toJson();
        this.signCount = credential.signCount();
        this.aaguid = credential.aaguid();
        this.backupEligible = credential.backupEligible();
        this.backedUp = credential.backedUp();
        this.transports = SpaceSeparatedValues.join(credential.transports());
        this.name = name;
        this.createdAt = createdAt;
    }

    Jwk key() {
        return Jwk.parse(publicKey);
    }

    CredentialDescriptor descriptor() {
        return new CredentialDescriptor(credentialId, SpaceSeparatedValues.split(transports));
    }

    Passkey view() {
        return new Passkey(id, name, createdAt, lastUsedAt, backedUp, AuthenticatorNames.of(aaguid));
    }
}
