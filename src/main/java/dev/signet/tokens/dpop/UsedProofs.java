package dev.signet.tokens.dpop;

import dev.signet.database.UniqueViolation;
import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/** Proofs used on any node, stored as long as they could be presented again (RFC 9449 §11.1). */
@ApplicationScoped
class UsedProofs implements ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("dpop_proof", "proof_hash", "expires_at");

    private final EntityManager entities;

    UsedProofs(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Stores a proof, independent of the outcome of the request. Returns false if it was used before, which the primary
     * key detects.
     */
    boolean add(byte[] proofHash, Instant expiresAt) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> insert(proofHash, expiresAt)) == 1;
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    private int insert(byte[] proofHash, Instant expiresAt) {
        return entities.createNativeQuery("insert into dpop_proof (proof_hash, expires_at) values (:hash, :expiresAt)")
                .setParameter("hash", proofHash)
                .setParameter("expiresAt", expiresAt)
                .executeUpdate();
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(entities, now, limit);
    }
}
