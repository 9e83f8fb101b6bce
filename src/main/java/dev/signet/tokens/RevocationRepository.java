package dev.signet.tokens;

import dev.signet.database.BatchedRemoval;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** Queries of the revocation table; the time of recording is always the database's own. */
@ApplicationScoped
class RevocationRepository implements PanacheRepositoryBase<Revocation, Revocation.Key> {

    void insert(RevocationKind kind, String identity, Instant expiresAt) {
        getEntityManager()
                .createNativeQuery("insert into revocation (kind, identity, revoked_at, expires_at)"
                        + " select :kind, :identity, current_timestamp, cast(:expiresAt as timestamp with time zone)"
                        + " where not exists (select 1 from revocation where kind = :kind and identity = :identity)")
                .setParameter("kind", kind.column())
                .setParameter("identity", identity)
                .setParameter("expiresAt", expiresAt)
                .executeUpdate();
    }

    List<Revocation> recordedSince(Instant limit) {
        return list("revokedAt >= ?1", limit);
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
