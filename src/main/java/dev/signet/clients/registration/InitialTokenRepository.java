package dev.signet.clients.registration;

import dev.signet.database.BatchedRemoval;
import dev.signet.web.paging.TimeCursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Queries of the table of initial access tokens. */
@ApplicationScoped
class InitialTokenRepository implements PanacheRepositoryBase<StoredInitialToken, UUID> {

    /** Returns whether the token exists and has a use left. */
    boolean isLive(byte[] hash, Instant now) {
        return count("tokenHash = ?1 and expiresAt > ?2 and usesLeft > 0", hash, now) == 1;
    }

    /** Consumes one use. Returns false if none is left. */
    boolean consume(byte[] hash, Instant now) {
        return update("usesLeft = usesLeft - 1 where tokenHash = ?1 and expiresAt > ?2 and usesLeft > 0", hash, now)
                == 1;
    }

    List<StoredInitialToken> oldestFirst(@Nullable TimeCursor<UUID> after, int count) {
        return getEntityManager()
                .createQuery(
                        "from StoredInitialToken t where :first = true or t.createdAt > :at"
                                + " or (t.createdAt = :at and t.id > :id) order by t.createdAt, t.id",
                        StoredInitialToken.class)
                .setParameter("first", after == null)
                .setParameter("at", after == null ? Instant.EPOCH : after.at())
                .setParameter("id", after == null ? new UUID(0, 0) : after.id())
                .setMaxResults(count)
                .getResultList();
    }

    /** Removes one batch of expired tokens. Returns their number. */
    int removeExpired(Instant now) {
        return getEntityManager()
                .createNativeQuery("delete from registration_token where id in"
                        + " (select id from registration_token where expires_at <= :now"
                        + " order by expires_at fetch first " + BatchedRemoval.ROWS + " rows only)")
                .setParameter("now", now)
                .executeUpdate();
    }
}
