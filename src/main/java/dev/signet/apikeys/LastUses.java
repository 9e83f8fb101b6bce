package dev.signet.apikeys;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when API keys were last used: at most once a minute each, and beside the requests, which do not wait for it. */
@ApplicationScoped
class LastUses {

    private final ApiKeyRepository repository;
    private final Set<UUID> noted = ConcurrentHashMap.newKeySet();

    LastUses(ApiKeyRepository repository) {
        this.repository = repository;
    }

    void note(UUID id) {
        noted.add(id);
    }

    /** Writes what was noted; what cannot be written now is kept for the next time. */
    void write() {
        if (noted.isEmpty()) {
            return;
        }
        // In one order on every node, so that two that write the same rows wait for each other and no longer.
        var ids = noted.stream().sorted().toList();
        QuarkusTransaction.requiringNew().run(() -> ids.forEach(repository::noteUse));
        ids.forEach(noted::remove);
    }
}
