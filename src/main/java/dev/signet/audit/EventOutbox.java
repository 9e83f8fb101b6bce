package dev.signet.audit;

import java.time.Instant;
import java.util.List;

/**
 * A transactional outbox of events, implemented by a feature that must not miss an event. Its rows are written in the
 * transaction that records the event, so that both exist or neither.
 */
public interface EventOutbox {

    /** Returns whether events of this type are wanted. Called for each event, so it responds from memory. */
    boolean isSubscribed(EventType type);

    /** Stores an event of a wanted type within the current transaction. */
    void note(SecurityEvent event, Instant at, String requestId);

    /**
     * Returns a statement that stores events in the round trip of another package: one for each row of a query that
     * returns {@code actor}, {@code subject} and {@code client}. Its parameters are {@link #parameters} followed by
     * those of the query.
     */
    String noteEach(EventType type, String query);

    /** Returns the parameters of {@link #noteEach} for the current request. */
    List<Object> parameters(EventType type, Instant at, String requestId);
}
