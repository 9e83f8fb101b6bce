package dev.signet.clients.registration;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
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
class InitialTokenRepository implements PanacheRepositoryBase<StoredInitialToken, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("registration_token", "id", "expires_at");
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

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(getEntityManager(), now, limit);
    }
}
