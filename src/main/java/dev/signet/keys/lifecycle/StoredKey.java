package dev.signet.keys.lifecycle;

import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeyState;
import dev.signet.keys.encryption.SealedKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** A row of the signing-key table; changed only by the conditional updates of {@link StoredKeyRepository}. */
@Entity
@Table(name = "signing_key")
class StoredKey {

    @Id
    String kid;

    @Enumerated(EnumType.STRING)
    JwsAlgorithm algorithm;

    @Enumerated(EnumType.STRING)
    KeyState state;

    String publicJwk;
    byte[] sealedPrivateKey;
    Instant createdAt;
    Instant activatesAt;
    Instant deactivatesAt;
    Instant destroysAt;

    @Enumerated(EnumType.STRING)
    JwsAlgorithm activeSlot;

    @Enumerated(EnumType.STRING)
    JwsAlgorithm announcedSlot;

    protected StoredKey() {}

    private StoredKey(SealedKey key, KeyState state, Instant createdAt, Instant activatesAt) {
        this.kid = key.jwk().kid();
        this.algorithm = key.jwk().algorithm();
        this.state = state;
        this.publicJwk = key.jwk().toJson();
        this.sealedPrivateKey = key.sealedPrivateKey();
        this.createdAt = createdAt;
        this.activatesAt = activatesAt;
    }

    static StoredKey active(SealedKey key, Instant now, Instant deactivatesAt) {
        StoredKey row = new StoredKey(key, KeyState.ACTIVE, now, now);
        row.deactivatesAt = deactivatesAt;
        row.activeSlot = row.algorithm;
        return row;
    }

    static StoredKey announced(SealedKey key, Instant now, Instant activatesAt) {
        StoredKey row = new StoredKey(key, KeyState.PRE_ACTIVE, now, activatesAt);
        row.announcedSlot = row.algorithm;
        return row;
    }

    KeyRecord toRecord() {
        return new KeyRecord(
                kid, algorithm, state, Jwk.parse(publicJwk), createdAt, activatesAt, deactivatesAt, destroysAt);
    }
}
