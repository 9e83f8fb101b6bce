package dev.signet.webhooks;

import dev.signet.audit.EventType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The types of events that anybody is told of, in memory: that nobody is costs an event nothing. */
@ApplicationScoped
class WantedTypes {

    private final EventReceiverRepository receivers;
    private volatile Set<String> wanted = Set.of();
    private long additions;

    WantedTypes(EventReceiverRepository receivers) {
        this.receivers = receivers;
    }

    boolean contains(EventType type) {
        // Nearly always empty; then not even a name is made.
        return !wanted.isEmpty() && wanted.contains(type.wire());
    }

    /** Adds what this node has just committed. */
    synchronized void add(Collection<EventType> types) {
        additions++;
        Set<String> more = new HashSet<>(wanted);
        types.forEach(type -> more.add(type.wire()));
        wanted = Set.copyOf(more);
    }

    /** Reads them anew, also what other nodes changed. */
    void refresh() {
        long mark = mark();
        replace(Set.copyOf(QuarkusTransaction.requiringNew().call(receivers::wantedTypes)), mark);
    }

    private synchronized long mark() {
        return additions;
    }

    // What was added meanwhile may have been committed after the reading.
    private synchronized void replace(Set<String> read, long mark) {
        if (mark == additions) {
            wanted = read;
        }
    }
}
