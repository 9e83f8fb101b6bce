package dev.signet.clients.registry;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Removal of clients that registered themselves and were not used for a long time; clients of administrators stay. */
@ApplicationScoped
public class UnusedClientRemoval {

    private static final int BATCH_SIZE = 200;

    private final ClientRepository clients;
    private final ClientStore store;
    private final ClientUsage usage;
    private final SecurityEvents events;
    private final Event<ClientDeleted> deleted;
    private final Duration ttl;

    UnusedClientRemoval(
            ClientRepository clients,
            ClientStore store,
            ClientUsage usage,
            SecurityEvents events,
            Event<ClientDeleted> deleted,
            RegistryConfig config) {
        this.clients = clients;
        this.store = store;
        this.usage = usage;
        this.events = events;
        this.deleted = deleted;
        this.ttl = config.registrationIdleTtl();
    }

    /**
     * Removes one batch and returns the number of clients. Each client is removed in its own transaction, because it
     * may have many sessions and consents.
     */
    public long remove(Instant now) {
        usage.write(now);
        if (ttl.isZero()) {
            return 0;
        }
        Instant before = now.minus(ttl);
        List<String> ids = QuarkusTransaction.requiringNew().call(() -> clients.unusedSince(before, BATCH_SIZE));
        return ids.stream()
                .filter(id -> QuarkusTransaction.requiringNew().call(() -> remove(id, before)))
                .count();
    }

    private boolean remove(String id, Instant before) {
        Optional<ClientDeleted> event = store.deleteUnused(id, before);
        if (event.isEmpty()) {
            return false;
        }
        events.record(SecurityEvent.of(EventType.CLIENT_DELETED)
                .subject(id)
                .client(id)
                .detail("by", "clean-up"));
        deleted.fire(event.get());
        return true;
    }
}
