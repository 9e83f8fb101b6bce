package dev.signet.clients.authentication;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/** Queries of the table of used assertions. */
@ApplicationScoped
class UsedAssertionRepository implements ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("client_assertion", "assertion_hash", "expires_at");

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

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(entities, now, limit);
    }
}
