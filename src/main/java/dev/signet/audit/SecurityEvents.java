package dev.signet.audit;

import dev.signet.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;

/** Records security events with the request they came by, and tells whoever observes {@link SecurityEvent}. */
@ApplicationScoped
public class SecurityEvents {

    private final RecordedEventRepository repository;
    private final Event<SecurityEvent> observers;
    private final Caller caller;
    private final Clock clock;

    SecurityEvents(RecordedEventRepository repository, Event<SecurityEvent> observers, Caller caller, Clock clock) {
        this.repository = repository;
        this.observers = observers;
        this.caller = caller;
        this.clock = clock;
    }

    /** Records within the present transaction, so that the event exists exactly if the change does. */
    @Transactional
    public void record(SecurityEvent event) {
        repository.persist(new RecordedEvent(event, clock.instant(), caller.address(), caller.requestId()));
        observers.fire(event);
    }

    /** Records in a transaction of its own, for a failure that the caller then answers with an exception. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordApart(SecurityEvent event) {
        record(event);
    }
}
