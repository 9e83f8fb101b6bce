package dev.signet.delivery;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * The waiting deliveries of a queue.
 *
 * @param waiting the number of deliveries, counted up to {@link #MAX_COUNTED}
 * @param oldestAge the age of the oldest one; zero if there is none
 */
public record Backlog(long waiting, Duration oldestAge) {

    public static final int MAX_COUNTED = 100_000;

    /**
     * Reads a backlog within the current transaction.
     *
     * @param oldest a query in SQL that returns {@code created_at} of the oldest {@link #MAX_COUNTED} deliveries
     */
    public static Backlog read(EntityManager entities, String oldest) {
        String from = " from (" + oldest + ") oldest";
        Long waiting = (Long)
                entities.createNativeQuery("select count(*)" + from, Long.class).getSingleResult();
        Instant first = (Instant) entities.createNativeQuery("select min(created_at)" + from, Instant.class)
                .getSingleResult();
        Instant now = (Instant) entities.createNativeQuery("select current_timestamp", Instant.class)
                .getSingleResult();
        return of(waiting, first, now);
    }

    private static Backlog of(long waiting, @Nullable Instant first, Instant now) {
        return new Backlog(
                waiting, first == null || now.isBefore(first) ? Duration.ZERO : Duration.between(first, now));
    }
}
