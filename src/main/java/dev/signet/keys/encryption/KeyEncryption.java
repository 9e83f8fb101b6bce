package dev.signet.keys.encryption;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

/** The fingerprint of this database's key-encryption key. The table has one row, which is written once. */
@Entity
@Table(name = "key_encryption")
class KeyEncryption {

    static final int ONLY_ROW = 1;

    @Id
    Integer id;

    byte[] fingerprint;
    Instant createdAt;

    protected KeyEncryption() {}

    KeyEncryption(byte[] fingerprint, Instant createdAt) {
        this.id = ONLY_ROW;
        this.fingerprint = fingerprint;
        this.createdAt = createdAt;
    }
}
