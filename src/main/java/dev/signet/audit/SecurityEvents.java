package dev.signet.audit;

import dev.signet.web.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records security events with the request they came by, has them noted by whoever must not miss one ({@link EventOutbox}), and tells
 * whoever observes {@link SecurityEvent}.
 */
@ApplicationScoped
public class SecurityEvents {

    private final RecordedEventRepository repository;
    private final Event<SecurityEvent> observers;
    private final @Nullable EventOutbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final MeterRegistry meters;

    SecurityEvents(
            RecordedEventRepository repository,
            Event<SecurityEvent> observers,
            Instance<EventOutbox> outboxes,
            Caller caller,
            Clock clock,
            MeterRegistry meters) {
        this.repository = repository;
        this.observers = observers;
        this.outbox = outboxes.isResolvable() ? outboxes.get() : null;
        this.caller = caller;
        this.clock = clock;
        this.meters = meters;
    }

    /** Records within the present transaction, so that the event exists exactly if the change does. */
    @Transactional
    public void record(SecurityEvent event) {
        Instant now = clock.instant();
        repository.persist(new RecordedEvent(event, now, caller.address(), caller.requestId()));
        if (outbox != null && outbox.wants(event.type())) {
            outbox.note(event, now, caller.requestId());
        }
        recorded(event);
    }

    /**
     * The statement that records an event in another room's round trip: one for each row of a query that gives
     * {@code actor}, {@code subject} and {@code client}. Its parameters are {@link #parameters} and then the query's.
     */
    public static String recordEach(String query) {
        return "insert into security_event"
                + " (id, event_type, at, actor_id, subject, client_id, address, request_id, detail)"
                // Each value of the sequence stands for a block of ids, of which this takes one.
                + " select nextval('security_event_seq'), ?, ?, actor, subject, client, ?, ?, '{}' from (" + query
                + ") happened";
    }

    /** What {@link #recordEach} says of the present request. */
    public List<Object> parameters(EventType type) {
        return List.of(type.wire(), clock.instant(), caller.address(), caller.requestId());
    }

    /** Whether a round trip that records an event of this type must note it too, by {@link #noteEach}. */
    public boolean isNoted(EventType type) {
        return outbox != null && outbox.wants(type);
    }

    /** The statement that notes what {@link #recordEach} records of the same query; empty if nobody here notes anything. */
    public Optional<String> noteEach(EventType type, String query) {
        return Optional.ofNullable(outbox).map(notes -> notes.noteEach(type, query));
    }

    /** What {@link #noteEach} says of the present request. */
    public List<Object> noteParameters(EventType type) {
        return outbox == null ? List.of() : outbox.parameters(type, clock.instant(), caller.requestId());
    }

    /** Tells and counts an event that was recorded by {@link #recordEach}. */
    public void recorded(SecurityEvent event) {
        observers.fire(event);
        meters.counter("signet_security_events", "type", event.type().wire()).increment();
    }

    /** Records in a transaction of its own, for a failure that the caller then answers with an exception. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordApart(SecurityEvent event) {
        record(event);
    }
}
