package dev.signet.oauth.authorize.transaction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Row of the table of transactions: an authorization request that waits for a user. */
@Entity
@Table(name = "authorization_transaction")
class StoredTransaction {

    @Id
    UUID id;

    byte[] handleHash;
    byte[] browserHash;
    String step;
    String parameters;

    @Nullable
    UUID pushedRequestId;

    @Nullable
    UUID browserSessionId;

    byte @Nullable [] sealedMfaToken;
    Instant expiresAt;

    protected StoredTransaction() {}

    static StoredTransaction of(byte[] handleHash, byte[] browserHash, Instant expiresAt) {
        StoredTransaction transaction = new StoredTransaction();
        transaction.id = UUID.randomUUID();
        transaction.handleHash = handleHash;
        transaction.browserHash = browserHash;
        transaction.expiresAt = expiresAt;
        return transaction;
    }
}
