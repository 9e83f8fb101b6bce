package dev.signet.clients.registry;

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

/** Queries of the client table and of the single row with the version of the registry. */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<StoredClient, String> {

    private static final String UNUSED = "registration_hash is not null and created_at < :before"
            + " and coalesce(last_used_at, created_at) < :before";
    private static final ListOrder<StoredClient> BY_ID =
            ListOrder.ascending(Cursor.ofText(client -> client.clientId), "clientId");

    /**
     * Reads a client with its secrets from the database, bypassing the persistence context; no row if it does not
     * exist.
     */
    List<Object[]> withSecrets(String clientId) {
        return getEntityManager()
                .createQuery(
                        "select c.metadata, s.secretHash, s.expiresAt, c.registration, c.registrationHash from StoredClient c"
                                + " left join StoredSecret s on s.clientId = c.clientId where c.clientId = :id",
                        Object[].class)
                .setParameter("id", clientId)
                .getResultList();
    }

    Page<StoredClient> byId(PageRequest request) {
        return PagedQuery.of(getEntityManager(), StoredClient.class, BY_ID).page(request);
    }

    List<String> changedSince(long version) {
        return getEntityManager()
                .createQuery("select c.clientId from StoredClient c where c.version > :version", String.class)
                .setParameter("version", version)
                .getResultList();
    }

    /** Stores the last use of clients that registered themselves, unless a recent use is stored. */
    void recordUse(List<String> ids, Instant now, Instant threshold) {
        getEntityManager()
                .createNativeQuery("update client set last_used_at = :now where client_id in (:ids)"
                        + " and registration_hash is not null and (last_used_at is null or last_used_at < :whileAgo)")
                .setParameter("now", now)
                .setParameter("ids", ids)
                .setParameter("whileAgo", threshold)
                .executeUpdate();
    }

    /** Finds clients that registered themselves and were not used since. */
    @SuppressWarnings("unchecked")
    List<String> unusedSince(Instant before, int count) {
        return getEntityManager()
                .createNativeQuery(
                        "select client_id from client where " + UNUSED + " order by created_at", String.class)
                .setParameter("before", before)
                .setMaxResults(count)
                .getResultList();
    }

    /** Deletes a client if it is such an unused client. */
    boolean deleteUnused(String id, Instant before) {
        return getEntityManager()
                        .createNativeQuery("delete from client where client_id = :id and " + UNUSED)
                        .setParameter("id", id)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    /** Ends the former registration access token, after the client has presented the current one. */
    void endFormerRegistration(String id, byte @Nullable [] present) {
        getEntityManager()
                .createQuery("update StoredClient c set c.formerRegistrationHash = null"
                        + " where c.clientId = :id and c.registrationHash = :present")
                .setParameter("id", id)
                .setParameter("present", present)
                .executeUpdate();
    }

    /** Starts a change. Other changes of clients wait until the current transaction ends. */
    long nextVersion(int deletions) {
        getEntityManager()
                .createNativeQuery(
                        "update client_registry set version = version + 1, deletions = deletions + :deletions"
                                + " where id = 1")
                .setParameter("deletions", deletions)
                .executeUpdate();
        return version().version();
    }

    RegistryVersion version() {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery("select version, deletions from client_registry where id = 1")
                .getSingleResult();
        return new RegistryVersion(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
