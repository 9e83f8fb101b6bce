package dev.signet.apikeys;

import dev.signet.apikeys.authentication.ApiKeyVersion;
import dev.signet.apikeys.authentication.ApiKeys;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * The steps of every change of API keys. A change first increases the version, so that changes run one after the other
 * and every node notices them. It removes the key from the cache of this node after the commit, and records the event.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ApiKeyChanges {

    private final ApiKeyVersion version;
    private final ApiKeys keys;
    private final SecurityEvents events;
    private final AfterCommit afterCommit;

    ApiKeyChanges(ApiKeyVersion version, ApiKeys keys, SecurityEvents events, AfterCommit afterCommit) {
        this.version = version;
        this.keys = keys;
        this.events = events;
        this.afterCommit = afterCommit;
    }

    /** Begins a change and returns the version to write. Call it before the data to change is read. */
    long begin() {
        return version.next();
    }

    /** Removes a key from the cache of this node after the current transaction commits. */
    void removeFromCacheAtCommit(UUID id) {
        afterCommit.run(() -> keys.removeFromCache(Set.of(id)));
    }

    void record(EventType type, StoredApiKey key, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type)
                .actor(actor)
                .subject(key.id.toString())
                .detail("account", key.accountId.toString()));
    }
}
