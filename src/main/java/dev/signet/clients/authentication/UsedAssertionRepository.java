package dev.signet.clients.authentication;

import dev.signet.database.BatchedRemoval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/** Queries of the table of used assertions. */
@ApplicationScoped
class UsedAssertionRepository {

    private final EntityManager entities;

    UsedAssertionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores an assertion. Violates a unique constraint if it was used before. */
    void insert(byte[] hash, Instant expiresAt) {
        entities.createNativeQuery("insert into client_assertion (assertion_hash, expires_at) values (:hash, :expires)")
                .setParameter("hash", hash)
                .setParameter("expires", expiresAt)
                .executeUpdate();
    }

    /** Removes one batch of expired assertions. Returns their number. */
    int removeExpired(Instant now) {
        return entities.createNativeQuery("delete from client_assertion where assertion_hash in"
                        + " (select assertion_hash from client_assertion where expires_at <= :now"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
