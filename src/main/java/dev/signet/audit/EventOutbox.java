package dev.signet.audit;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who must not miss an event, implemented by a feature: what it notes is part of the very transaction that records the
 * event, so that either both are there or neither is.
 */
public interface EventOutbox {

    /** Whether somebody wants to hear of events of this type; asked for each event, so it answers from memory. */
    boolean wants(EventType type);

    /** Notes an event of a type that is wanted, within the present transaction. */
    void note(SecurityEvent event, Instant at, String requestId);

    /**
     * The statement that notes events in another room's round trip: one for each row of a query that gives {@code actor},
     * {@code subject} and {@code client}. Its parameters are {@link #parameters} and then the query's.
     */
    String noteEach(EventType type, String query);

    /** What {@link #noteEach} says of the present request. */
    List<Object> parameters(EventType type, Instant at, String requestId);
}
