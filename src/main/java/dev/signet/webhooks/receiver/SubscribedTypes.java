package dev.signet.webhooks.receiver;

import dev.signet.audit.EventType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The event types with at least one subscription, cached in memory, so that an event without one costs nothing. */
@ApplicationScoped
public class SubscribedTypes {

    private final EventReceiverRepository receivers;
    private volatile Set<String> names = Set.of();
    private long additions;

    SubscribedTypes(EventReceiverRepository receivers) {
        this.receivers = receivers;
    }

    /** Returns whether a receiver subscribes to the type. */
    public boolean contains(EventType type) {
        // The set is nearly always empty; then no name is computed.
        return !names.isEmpty() && names.contains(type.wire());
    }

    /** Adds types that this node has just committed. */
    synchronized void add(Collection<EventType> types) {
        additions++;
        Set<String> more = new HashSet<>(names);
        types.forEach(type -> more.add(type.wire()));
        names = Set.copyOf(more);
    }

    /** Reads the types from the database, including changes of other nodes. */
    void refresh() {
        long mark = mark();
        replace(Set.copyOf(QuarkusTransaction.requiringNew().call(receivers::subscribedTypes)), mark);
    }

    private synchronized long mark() {
        return additions;
    }

    // Types added meanwhile may have been committed after the read.
    private synchronized void replace(Set<String> read, long mark) {
        if (mark == additions) {
            names = read;
        }
    }
}
