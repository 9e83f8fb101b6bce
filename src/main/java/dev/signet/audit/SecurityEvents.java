package dev.signet.audit;

import dev.signet.database.SqlStatement;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Records security events with the data of their request, stores them in the {@link EventOutbox}, and counts them. A
 * class that acts on a change observes the domain event of the package that changes it, not its record.
 */
@ApplicationScoped
public class SecurityEvents {

    private final RecordedEventRepository repository;
    private final @Nullable EventOutbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final EventCounters counters;

    SecurityEvents(
            RecordedEventRepository repository,
            Instance<EventOutbox> outboxes,
            Caller caller,
            Clock clock,
            EventCounters counters) {
        this.repository = repository;
        this.outbox = outboxes.isResolvable() ? outboxes.get() : null;
        this.caller = caller;
        this.clock = clock;
        this.counters = counters;
    }

    /** Records an event within the current transaction, so that the event is committed if and only if the change is. */
    @Transactional
    public void record(SecurityEvent event) {
        Instant now = clock.instant();
        repository.persist(new RecordedEvent(event, now, caller.ipAddress(), caller.requestId()));
        if (outbox != null && outbox.isSubscribed(event.type())) {
            outbox.store(event, now, caller.requestId());
        }
        count(event.type());
    }

    /**
     * Returns a statement that records events in the round trip of another package. It records one event for each row
     * of a query that returns {@code actor}, {@code subject} and {@code client}.
     */
    public <R> SqlStatement<R> recordEach(EventType type, SqlStatement<R> query) {
        return SqlStatement.<R>of("insert into security_event"
                        + " (id, event_type, at, actor_id, subject, client_id, address, request_id, detail)"
                        // Each value of the sequence reserves a block of ids, of which this statement uses one.
                        + " select nextval('security_event_seq')")
                .append(", ", request -> type.wire())
                .append(", ", request -> clock.instant())
                .append(", actor, subject, client, ", request -> caller.ipAddress())
                .append(", ", request -> caller.requestId())
                .append(", '{}' from (")
                .append(query)
                .append(") happened");
    }

    /**
     * Returns whether a round trip that records an event of this type must also store it in the outbox, by {@link
     * #storeEachInOutbox}.
     */
    public boolean isStoredInOutbox(EventType type) {
        return outbox != null && outbox.isSubscribed(type);
    }

    /**
     * Returns the statement that stores the events of {@link #recordEach} for the same query in the outbox; empty if
     * there is no outbox.
     */
    public <R> Optional<SqlStatement<R>> storeEachInOutbox(EventType type, SqlStatement<R> query) {
        return Optional.ofNullable(outbox)
                .map(store -> store.storeEach(type, clock::instant, caller::requestId, query));
    }

    /** Counts an event that {@link #recordEach} recorded. */
    public void count(EventType type) {
        counters.count(type);
    }

    /** Records an event in a separate transaction, for a failure that then ends the request with an exception. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordInNewTransaction(SecurityEvent event) {
        record(event);
    }
}
