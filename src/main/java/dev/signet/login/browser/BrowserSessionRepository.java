package dev.signet.login.browser;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import dev.signet.web.paging.Cursor;
import dev.signet.web.paging.ListOrder;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import dev.signet.web.paging.PagedQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of browser sessions. Deleting the row ends the session. */
@ApplicationScoped
class BrowserSessionRepository implements PanacheRepositoryBase<StoredBrowserSession, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("browser_session", "id", "idle_expires_at");
    private static final ListOrder<StoredBrowserSession> NEWEST_FIRST =
            ListOrder.descending(Cursor.ofTime(session -> session.createdAt, session -> session.id), "createdAt", "id");

    Optional<StoredBrowserSession> findLive(byte[] secretHash, Instant now) {
        return find("secretHash = ?1 and idleExpiresAt > ?2 and expiresAt > ?2", secretHash, now)
                .firstResultOptional();
    }

    /** Extends the idle limit. */
    void touch(UUID id, Instant now, Instant idleExpiresAt) {
        update("lastUsedAt = ?1, idleExpiresAt = ?2 where id = ?3 and idleExpiresAt < ?2", now, idleExpiresAt, id);
    }

    /** Replaces the cookie of a session. Returns false if the session has ended. */
    boolean replaceSecret(UUID id, byte[] secretHash) {
        return update("secretHash = ?1 where id = ?2", secretHash, id) == 1;
    }

    /** Locks a session until the current transaction ends. Returns false if the session has ended. */
    boolean lock(UUID id) {
        return update("lastUsedAt = lastUsedAt where id = ?1", id) == 1;
    }

    /** Removes a session. Returns false if another request already did. */
    boolean remove(UUID id) {
        return delete("id", id) == 1;
    }

    List<StoredBrowserSession> of(UUID accountId) {
        return list("accountId", accountId);
    }

    /** Returns active sessions, newest first, of one account or of all. */
    Page<StoredBrowserSession> findLive(@Nullable UUID accountId, PageRequest request, Instant now) {
        PagedQuery<StoredBrowserSession> query = PagedQuery.of(
                        getEntityManager(), StoredBrowserSession.class, NEWEST_FIRST)
                .filter("e.idleExpiresAt > :now and e.expiresAt > :now")
                .with("now", now);
        if (accountId != null) {
            query.filter("e.accountId = :account").with("account", accountId);
        }
        return query.page(request);
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
