package dev.signet.apikeys;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The times of last use of API keys, stored at most once a minute for each key and outside of requests, which do not
 * wait for it.
 */
@ApplicationScoped
class ApiKeyUsage {

    private final ApiKeyRepository repository;
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    ApiKeyUsage(ApiKeyRepository repository) {
        this.repository = repository;
    }

    void note(UUID id) {
        used.add(id);
    }

    /** Stores the recorded uses; if that fails, they are kept for the next call. */
    void write() {
        if (used.isEmpty()) {
            return;
        }
        // In the same order on every node, so that two nodes that write the same rows wait for each other without a
        // deadlock.
        var ids = used.stream().sorted().toList();
        QuarkusTransaction.requiringNew().run(() -> ids.forEach(repository::recordUse));
        ids.forEach(used::remove);
    }
}
