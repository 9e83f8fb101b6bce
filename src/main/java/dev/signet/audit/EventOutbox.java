package dev.signet.audit;

import dev.signet.database.SqlStatement;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A transactional outbox of events, implemented by a feature that must not miss an event. Its rows are written in the
 * transaction that records the event, so that both exist or neither.
 */
public interface EventOutbox {

    /** Returns whether events of this type are wanted. Called for each event, so it responds from memory. */
    boolean isSubscribed(EventType type);

    /** Stores an event of a wanted type within the current transaction. */
    void store(SecurityEvent event, Instant at, String requestId);

    /**
     * Returns a statement that stores events in the round trip of another package: one for each row of a query that
     * returns {@code actor}, {@code subject} and {@code client}.
     *
     * @param at the time of the events when the statement runs
     * @param requestId the id of the request that runs the statement
     */
    <R> SqlStatement<R> storeEach(
            EventType type, Supplier<Instant> at, Supplier<String> requestId, SqlStatement<R> query);
}
