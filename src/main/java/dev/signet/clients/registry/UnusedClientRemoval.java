package dev.signet.clients.registry;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.database.expiry.ExpiringTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Removal of clients that registered themselves and were not used for a long time; clients of administrators stay. */
@ApplicationScoped
class UnusedClientRemoval implements ExpiringTable {

    // Each removal empties the client cache of all nodes.
    private static final int MAX_CLIENTS = 20;

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

    @Override
    public String tableName() {
        return "client";
    }

    /**
     * Stores the recent usage, then removes one unused client. A batch is one client, because a client may have many
     * sessions and consents.
     */
    @Override
    public int removeExpired(Instant now, int limit) {
        usage.write(now);
        if (ttl.isZero()) {
            return 0;
        }
        Instant before = now.minus(ttl);
        List<String> unused = clients.unusedSince(before, 1);
        return !unused.isEmpty() && remove(unused.get(0), before) ? 1 : 0;
    }

    @Override
    public int maxBatches() {
        return MAX_CLIENTS;
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
