package dev.signet.database.expiry;

import dev.signet.database.UniqueViolation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/**
 * A table of values that can be used once, on any node. It stores the hash of each used value until its expiry; the
 * primary key detects a second use. The package that owns the table extends this class.
 */
public abstract class UsedValues implements ExpiringTable {

    private final EntityManager entities;
    private final ExpiredRows expired;
    private final String insert;

    /**
     * Names the table, which has the two columns {@code hashColumn} and {@code expires_at}.
     *
     * @param hashColumn the primary key
     */
    protected UsedValues(EntityManager entities, String table, String hashColumn) {
        this.entities = entities;
        this.expired = new ExpiredRows(table, hashColumn, "expires_at");
        this.insert = "insert into " + table + " (" + hashColumn + ", expires_at) values (:hash, :expiresAt)";
    }

    /**
     * Stores a used value in its own transaction, so that it stays used if the request fails. Returns false if it was
     * used before.
     */
    protected final boolean use(byte[] hash, Instant expiresAt) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> insert(hash, expiresAt)) == 1;
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    private int insert(byte[] hash, Instant expiresAt) {
        return entities.createNativeQuery(insert)
                .setParameter("hash", hash)
                .setParameter("expiresAt", expiresAt)
                .executeUpdate();
    }

    @Override
    public final String tableName() {
        return expired.table();
    }

    @Override
    public final int removeExpired(Instant now, int limit) {
        return expired.delete(entities, now, limit);
    }
}
