package dev.signet.apikeys;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of the table of API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<StoredApiKey, UUID>, ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("api_key", "id", "remove_after");
    private static final String ACTIVE =
            "e.accountId = :account and e.revokedAt is null and (e.expiresAt is null or e.expiresAt > :now)";
    private static final ListOrder<StoredApiKey> OLDEST_FIRST =
            ListOrder.ascending(Cursor.ofTime(key -> key.createdAt, key -> key.id), "createdAt", "id");

    /** Returns a key of the account that is neither revoked nor expired. */
    Optional<StoredApiKey> findActive(UUID account, UUID id, Instant now) {
        return getEntityManager()
                .createQuery("from StoredApiKey e where e.id = :id and " + ACTIVE, StoredApiKey.class)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    /** Returns all active keys of an account, oldest first. */
    List<StoredApiKey> listActive(UUID account, Instant now) {
        return getEntityManager()
                .createQuery("from StoredApiKey e where " + ACTIVE + " order by e.createdAt, e.id", StoredApiKey.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultList();
    }

    /** Returns a page of the active keys of an account, oldest first. */
    Page<StoredApiKey> listActive(UUID account, PageRequest request, Instant now) {
        return PagedQuery.of(getEntityManager(), StoredApiKey.class, OLDEST_FIRST)
                .filter(ACTIVE)
                .with("account", account)
                .with("now", now)
                .page(request);
    }

    long countActive(UUID account, Instant now) {
        return getEntityManager()
                .createQuery("select count(e) from StoredApiKey e where " + ACTIVE, Long.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Returns the current hash of a key, independent of what the current transaction has read. */
    Optional<byte[]> secretHash(UUID id) {
        return getEntityManager()
                .createQuery("select k.secretHash from StoredApiKey k where k.id = :id", byte[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Replaces the key with that hash. Returns false if it was replaced or revoked meanwhile. */
    boolean replace(UUID id, byte[] hash, ApiKeyReplacement replacement, long version) {
        return getEntityManager()
                        .createQuery("update StoredApiKey k set k.formerHash = :formerHash,"
                                + " k.formerExpiresAt = :formerExpiresAt, k.secretHash = :newHash, k.prefix = :prefix,"
                                + " k.sessionId = :sessionId, k.issuedAt = :issuedAt, k.expiresAt = :expiresAt,"
                                + " k.removeAfter = :expiresAt, k.version = :version"
                                + " where k.id = :id and k.secretHash = :hash and k.revokedAt is null")
                        .setParameter("formerHash", replacement.formerExpiresAt() == null ? null : hash)
                        .setParameter("formerExpiresAt", replacement.formerExpiresAt())
                        .setParameter("newHash", replacement.hash())
                        .setParameter("prefix", replacement.prefix())
                        .setParameter("sessionId", replacement.sessionId())
                        .setParameter("issuedAt", replacement.issuedAt())
                        .setParameter("expiresAt", replacement.expiresAt())
                        .setParameter("version", version)
                        .setParameter("id", id)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    boolean revoke(UUID id, Instant now, Instant removeAfter, long version) {
        return update(
                        "revokedAt = ?1, removeAfter = ?2, version = ?3 where id = ?4 and revokedAt is null",
                        now,
                        removeAfter,
                        version,
                        id)
                == 1;
    }

    /** Makes every node read the key again. Tokens exchanged for it from now on belong to the given session id. */
    void invalidate(UUID id, UUID sessionId, long version) {
        update("sessionId = ?1, version = ?2 where id = ?3", sessionId, version, id);
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
