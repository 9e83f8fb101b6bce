package dev.signet.tokens;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Queries of the revocation table; the time of recording is always the database's own. */
@ApplicationScoped
class RevocationRepository implements PanacheRepositoryBase<Revocation, Revocation.Key> {

    void insert(RevocationKind kind, String identity, @Nullable String statusEntries, Instant expiresAt) {
        getEntityManager()
                .createNativeQuery("insert into revocation (kind, identity, revoked_at, expires_at, status_entries)"
                        + " select :kind, :identity, current_timestamp, cast(:expiresAt as timestamp with time zone),"
                        + " cast(:statusEntries as varchar)"
                        + " where not exists (select 1 from revocation where kind = :kind and identity = :identity)")
                .setParameter("kind", kind.column())
                .setParameter("identity", identity)
                .setParameter("expiresAt", expiresAt)
                .setParameter("statusEntries", statusEntries)
                .executeUpdate();
    }

    List<Revocation> recordedSince(Instant limit) {
        return list("revokedAt >= ?1", limit);
    }

    /** Slots in status lists that end by what was revoked since, and until when that matters. */
    void ownedSince(Instant limit, BiConsumer<String, Instant> reader) {
        getEntityManager()
                .createQuery(
                        "select o.slots, r.expiresAt from Revocation r"
                                + " join SlotOwner o on o.kind = r.kind and o.identity = r.identity"
                                + " where r.revokedAt >= :limit",
                        Object[].class)
                .setParameter("limit", limit)
                .getResultStream()
                .forEach(row -> reader.accept((String) row[0], (Instant) row[1]));
    }

    /** Removes one batch. */
    int removeExpired(Instant now) {
        return getEntityManager()
                .createNativeQuery("delete from revocation where (kind, identity) in"
                        + " (select kind, identity from revocation where expires_at < :now"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
