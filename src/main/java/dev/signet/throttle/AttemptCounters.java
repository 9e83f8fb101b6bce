package dev.signet.throttle;

import dev.signet.database.expiry.ExpiredRows;
import dev.signet.database.expiry.ExpiringTable;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** Queries of the attempt counters. Each statement checks the limit itself, so concurrent attempts cannot exceed it. */
@ApplicationScoped
class AttemptCounters implements ExpiringTable {

    private static final ExpiredRows EXPIRED = new ExpiredRows("attempt_counter", "key_hash", "window_ends_at");

    private final Session entities;

    AttemptCounters(Session entities) {
        this.entities = entities;
    }

    /**
     * Counts one attempt. Returns empty if it was below the limit, otherwise the end of the window. Fails with a
     * violated unique constraint if another transaction starts the first window of this key at the same time.
     */
    Optional<Instant> count(byte[] key, int limit, Instant now, Instant windowEnd) {
        while (!countInWindow(key, limit, now) && !beginNextWindow(key, now, windowEnd)) {
            Object[] row = read(key);
            if (row == null) {
                beginFirstWindow(key, windowEnd);
                return Optional.empty();
            }
            Instant end = (Instant) row[1];
            if ((int) row[0] >= limit && end.isAfter(now)) {
                return Optional.of(end);
            }
            // The counter has changed: another transaction wrote the row between the two statements.
        }
        return Optional.empty();
    }

    private boolean countInWindow(byte[] key, int limit, Instant now) {
        return entities.createNativeMutationQuery("update attempt_counter set attempts = attempts + 1"
                                + " where key_hash = :key and attempts < :limit and window_ends_at > :now")
                        .setParameter("key", key)
                        .setParameter("limit", limit)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private boolean beginNextWindow(byte[] key, Instant now, Instant windowEnd) {
        return entities.createNativeMutationQuery("update attempt_counter set attempts = 1, window_ends_at = :end"
                                + " where key_hash = :key and window_ends_at <= :now")
                        .setParameter("key", key)
                        .setParameter("end", windowEnd)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private Object @Nullable [] read(byte[] key) {
        return entities.createNativeQuery(
                        "select attempts, window_ends_at from attempt_counter where key_hash = :key", Object[].class)
                .addScalar("attempts", Integer.class)
                .addScalar("window_ends_at", Instant.class)
                .setParameter("key", key)
                .getSingleResultOrNull();
    }

    private void beginFirstWindow(byte[] key, Instant windowEnd) {
        entities.createNativeMutationQuery(
                        "insert into attempt_counter (key_hash, attempts, window_ends_at) values (:key, 1, :end)")
                .setParameter("key", key)
                .setParameter("end", windowEnd)
                .executeUpdate();
    }

    /** Removes one attempt from the count, unless a later window has replaced the one in which it was counted. */
    void decrement(byte[] key, Instant windowEnd) {
        entities.createNativeMutationQuery("update attempt_counter set attempts = attempts - 1"
                        + " where key_hash = :key and attempts > 0 and window_ends_at <= :end")
                .setParameter("key", key)
                .setParameter("end", windowEnd)
                .executeUpdate();
    }

    /** Deletes the counter of an account and the counters of the IP addresses from which it has signed in. */
    void removeOf(byte[] account) {
        entities.createNativeMutationQuery("delete from attempt_counter where key_hash = :account"
                        + " or key_hash in (select key_hash from known_address where account_hash = :account)")
                .setParameter("account", account)
                .executeUpdate();
    }

    void remove(byte[] key) {
        entities.createNativeMutationQuery("delete from attempt_counter where key_hash = :key")
                .setParameter("key", key)
                .executeUpdate();
    }

    @Override
    public String tableName() {
        return EXPIRED.table();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return EXPIRED.delete(entities, now, limit);
    }
}
