package dev.signet.tokens.dpop;

import dev.signet.database.expiry.UsedValues;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/** Single use of proofs, which are stored as long as they could be presented again (RFC 9449 §11.1). */
@Singleton
class UsedProofs extends UsedValues {

    UsedProofs(EntityManager entities) {
        super(entities, "dpop_proof", "proof_hash");
    }

    /** Consumes a proof, independent of the outcome of its request. Returns false if it was used before. */
    boolean consume(byte[] proofHash, Instant expiresAt) {
        return use(proofHash, expiresAt);
    }
}
