package dev.signet.keys.encryption;

import dev.signet.database.UniqueViolation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Reads and writes the database's only key-encryption fingerprint. */
@ApplicationScoped
class KeyEncryptionRepository implements PanacheRepositoryBase<KeyEncryption, Integer> {

    /** Returns the fingerprint, or null if the database has never held a key. */
    byte @Nullable [] fingerprint() {
        return QuarkusTransaction.requiringNew().call(() -> {
            KeyEncryption row = findById(KeyEncryption.ONLY_ROW);
            return row == null ? null : row.fingerprint;
        });
    }

    /** Binds the database to a key-encryption key unless another node did so first; returns the stored fingerprint. */
    byte[] bind(byte[] fingerprint, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> persistAndFlush(new KeyEncryption(fingerprint, now)));
            return fingerprint;
        } catch (RuntimeException e) {
            byte[] other = UniqueViolation.isCauseOf(e) ? fingerprint() : null;
            if (other == null) {
                throw e;
            }
            return other;
        }
    }
}
