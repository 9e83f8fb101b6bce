package dev.signet.apikeys.authentication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The times of last use of API keys. They are stored at most once a minute for each key, and no request waits for it.
 */
@ApplicationScoped
class ApiKeyUsage {

    private final EntityManager entityManager;
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    ApiKeyUsage(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void record(UUID id) {
        used.add(id);
    }

    /** Stores the recorded uses; if that fails, they are kept for the next call. */
    void write() {
        if (used.isEmpty()) {
            return;
        }
        // The order is the same on every node, so that two nodes that write the same rows do not cause a deadlock.
        var ids = used.stream().sorted().toList();
        QuarkusTransaction.requiringNew().run(() -> ids.forEach(this::store));
        ids.forEach(used::remove);
    }

    // Changes nothing if any node stored a use within the last minute.
    private void store(UUID id) {
        entityManager
                .createNativeQuery("update api_key set last_used_at = current_timestamp where id = :id"
                        + " and (last_used_at is null or last_used_at <= current_timestamp - interval '1' minute)")
                .setParameter("id", id)
                .executeUpdate();
    }
}
