package dev.signet.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import java.time.Instant;
import java.util.UUID;

/** Queries of a delivery table whose entity has the properties {@code id}, {@code attempts}, {@code nextAttemptAt}. */
public interface DeliveryTable<T> extends PanacheRepositoryBase<T, UUID> {

    /** Claims the attempt after the given number of attempts. Returns false if another node has claimed it. */
    default boolean claim(UUID id, int attempts, Instant nextAttemptAt) {
        String claim = "attempts = attempts + 1, nextAttemptAt = ?1 where id = ?2 and attempts = ?3";
        return update(claim, nextAttemptAt, id, attempts) == 1;
    }

    /** Removes a delivery. Returns false if it does not exist. */
    default boolean remove(UUID id) {
        return delete("id", id) == 1;
    }
}
