package dev.signet.clients;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Queries of the client table and of the one row that says which version the registry is at. */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<StoredClient, String> {

    /** A client as it stands in the table, with its secrets; no row if there is none. Past anything the session remembers. */
    List<Object[]> withSecrets(String clientId) {
        return getEntityManager()
                .createQuery(
                        "select c.metadata, s.secretHash, s.expiresAt from StoredClient c"
                                + " left join StoredSecret s on s.clientId = c.clientId where c.clientId = :id",
                        Object[].class)
                .setParameter("id", clientId)
                .getResultList();
    }

    List<StoredClient> byId(@Nullable String after, int count) {
        return getEntityManager()
                .createQuery("from StoredClient c where c.clientId > :after order by c.clientId", StoredClient.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(count)
                .getResultList();
    }

    List<String> changedSince(long version) {
        return getEntityManager()
                .createQuery("select c.clientId from StoredClient c where c.version > :version", String.class)
                .setParameter("version", version)
                .getResultList();
    }

    /** Begins a change: whoever else changes a client waits until the present transaction ends. */
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
