package dev.signet.apikeys;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * What every change of API keys has to do: raise the version first, so that changes come one after the other and every node learns of
 * them; have this node forget the key when it is committed; record it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ApiKeyChanges {

    private final ApiKeyRepository repository;
    private final ApiKeys keys;
    private final SecurityEvents events;
    private final TransactionSynchronizationRegistry transaction;

    ApiKeyChanges(
            ApiKeyRepository repository,
            ApiKeys keys,
            SecurityEvents events,
            TransactionSynchronizationRegistry transaction) {
        this.repository = repository;
        this.keys = keys;
        this.events = events;
        this.transaction = transaction;
    }

    /** Begins a change, to be called before what is to be changed is read; returns the version to write. */
    long begin() {
        return repository.nextVersion();
    }

    /** Forgets a key here when the present transaction is committed. */
    void changed(UUID id) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    keys.forget(Set.of(id));
                }
            }
        });
    }

    void record(EventType type, StoredApiKey key, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type)
                .actor(actor)
                .subject(key.id.toString())
                .detail("account", key.accountId.toString()));
    }
}
