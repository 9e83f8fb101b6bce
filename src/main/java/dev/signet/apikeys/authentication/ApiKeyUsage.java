package dev.signet.apikeys.authentication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The times of last use of API keys. They are stored at most once a minute for each key, and no request waits for it.
 */
@ApplicationScoped
class ApiKeyUsage {

    private final StoredApiKeys stored;
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();

    ApiKeyUsage(StoredApiKeys stored) {
        this.stored = stored;
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
        QuarkusTransaction.requiringNew().run(() -> ids.forEach(stored::recordUse));
        ids.forEach(used::remove);
    }
}
