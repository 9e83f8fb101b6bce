package dev.signet.tokens.revocation;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import dev.signet.tokens.status.JoinedSlots;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Queries of the revocation table. The time of recording is always the database's own. */
@ApplicationScoped
class RevocationRepository implements PanacheRepositoryBase<Revocation, Revocation.Key>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("revocation", "kind, identity", "expires_at");
    private static final String EXTEND = "update revocation set revoked_at = greatest(revoked_at, current_timestamp),"
            + " expires_at = greatest(expires_at, cast(:expiresAt as timestamp with time zone)),"
            + " status_entries = coalesce(cast(:statusEntries as varchar), status_entries)"
            + " where kind = :kind and identity = :identity";
    private static final String INSERT =
            "insert into revocation (kind, identity, revoked_at, expires_at, status_entries)"
                    + " values (:kind, :identity, current_timestamp, cast(:expiresAt as timestamp with time zone),"
                    + " cast(:statusEntries as varchar))";

    /**
     * Records a revocation or extends the existing one. Extending changes the time of recording as well, so that all
     * nodes read it again. Violates a unique constraint if another transaction records the same identity for the first
     * time.
     */
    void record(RevocationKind kind, String identity, @Nullable String statusEntries, Instant expiresAt) {
        if (execute(EXTEND, kind, identity, statusEntries, expiresAt) == 0) {
            execute(INSERT, kind, identity, statusEntries, expiresAt);
        }
    }

    private int execute(
            String sql, RevocationKind kind, String identity, @Nullable String statusEntries, Instant expiresAt) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("kind", kind.column())
                .setParameter("identity", identity)
                .setParameter("expiresAt", expiresAt)
                .setParameter("statusEntries", statusEntries)
                .executeUpdate();
    }

    List<Revocation> recordedSince(Instant limit) {
        return list("revokedAt >= ?1", limit);
    }

    /**
     * Reads the status list slots owned by identities that were revoked since a time, with the expiry of the
     * revocation.
     */
    void readSlotsRevokedSince(Instant limit, BiConsumer<String, Instant> reader) {
        getEntityManager()
                .createQuery(
                        "select " + JoinedSlots.SLOTS + ", r.expiresAt from Revocation r"
                                + JoinedSlots.join("r.kind", "r.identity")
                                + " where r.revokedAt >= :limit",
                        Object[].class)
                .setParameter("limit", limit)
                .getResultStream()
                .forEach(row -> reader.accept((String) row[0], (Instant) row[1]));
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now, limit);
    }
}
