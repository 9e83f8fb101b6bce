package dev.signet.clients.registration;

import dev.signet.database.BatchedRemoval;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.UUID;

/** Queries of the table of initial access tokens. */
@ApplicationScoped
class InitialTokenRepository implements PanacheRepositoryBase<StoredInitialToken, UUID> {

    private static final ListOrder<StoredInitialToken> OLDEST_FIRST =
            ListOrder.ascending(Cursor.ofTime(token -> token.createdAt, token -> token.id), "createdAt", "id");

    /** Returns whether the token exists and has a use left. */
    boolean isLive(byte[] hash, Instant now) {
        return count("tokenHash = ?1 and expiresAt > ?2 and usesLeft > 0", hash, now) == 1;
    }

    /** Consumes one use. Returns false if none is left. */
    boolean consume(byte[] hash, Instant now) {
        return update("usesLeft = usesLeft - 1 where tokenHash = ?1 and expiresAt > ?2 and usesLeft > 0", hash, now)
                == 1;
    }

    Page<StoredInitialToken> oldestFirst(PageRequest request) {
        return PagedQuery.of(getEntityManager(), StoredInitialToken.class, OLDEST_FIRST)
                .page(request);
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
