package dev.signet.tokens.dpop;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.UniqueViolation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Clock;
import java.time.Instant;

/** Proofs used on any node, stored as long as they could be presented again (RFC 9449 §11.1). */
@ApplicationScoped
class UsedProofs {

    private final EntityManager entities;
    private final BatchedRemoval removal;
    private final Clock clock;

    UsedProofs(EntityManager entities, BatchedRemoval removal, Clock clock) {
        this.entities = entities;
        this.removal = removal;
        this.clock = clock;
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

    long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> entities.createNativeQuery("delete from dpop_proof where proof_hash in"
                        + " (select proof_hash from dpop_proof where expires_at < :now"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate());
    }
}
