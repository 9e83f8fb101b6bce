package dev.signet.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import java.time.Instant;
import java.util.UUID;

/**
 * Queries of a delivery table whose entity has the properties {@code id}, {@code attempts}, {@code nextAttemptAt}, and
 * which has the indexed column {@code created_at}.
 */
public interface DeliveryTable<T> extends PanacheRepositoryBase<T, UUID> {

    /** Returns the name of the table. */
    String tableName();

    /** Returns the waiting deliveries; a delivery that has ended is no longer in the table. */
    default Backlog backlog() {
        return Backlog.read(
                getEntityManager(),
                "select created_at from " + tableName() + " order by created_at fetch first " + Backlog.MAX_COUNTED
                        + " rows only");
    }

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
