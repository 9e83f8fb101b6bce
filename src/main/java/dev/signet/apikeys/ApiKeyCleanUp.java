package dev.signet.apikeys;

import dev.signet.database.BatchedRemoval;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Removes expired and revoked API keys, so that the table stays bounded. */
@ApplicationScoped
public class ApiKeyCleanUp {

    private final ApiKeyRepository repository;
    private final BatchedRemoval removal;
    private final Clock clock;

    ApiKeyCleanUp(ApiKeyRepository repository, BatchedRemoval removal, Clock clock) {
        this.repository = repository;
        this.removal = removal;
        this.clock = clock;
    }

    /** Removes expired keys, and revoked ones after no node can have them in its cache. */
    public void run() {
        Instant now = clock.instant();
        removal.run(() -> repository.removeDue(now));
    }
}
