package dev.signet.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of counters: each statement decides by itself, so that attempts at once never pass the limit. */
@ApplicationScoped
class AttemptCounters {

    private final EntityManager entities;

    AttemptCounters(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Counts one attempt; empty if there was room for it, else when the window ends. Fails with a broken unique
     * constraint if another transaction began the first window of this key at the same time.
     */
    Optional<Instant> count(byte[] key, int limit, Instant now, Instant windowEnd) {
        if (countInWindow(key, limit, now) || beginNextWindow(key, now, windowEnd)) {
            return Optional.empty();
        }
        Optional<Instant> fullUntil = windowEnd(key);
        if (fullUntil.isEmpty()) {
            beginFirstWindow(key, windowEnd);
        }
        return fullUntil;
    }

    private boolean countInWindow(byte[] key, int limit, Instant now) {
        return entities.createNativeQuery("update attempt_counter set attempts = attempts + 1"
                                + " where key_hash = :key and attempts < :limit and window_ends_at > :now")
                        .setParameter("key", key)
                        .setParameter("limit", limit)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private boolean beginNextWindow(byte[] key, Instant now, Instant windowEnd) {
        return entities.createNativeQuery("update attempt_counter set attempts = 1, window_ends_at = :end"
                                + " where key_hash = :key and window_ends_at <= :now")
                        .setParameter("key", key)
                        .setParameter("end", windowEnd)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private Optional<Instant> windowEnd(byte[] key) {
        List<?> ends = entities.createNativeQuery(
                        "select window_ends_at from attempt_counter where key_hash = :key", Instant.class)
                .setParameter("key", key)
                .getResultList();
        return ends.isEmpty() ? Optional.empty() : Optional.of((Instant) ends.get(0));
    }

    private void beginFirstWindow(byte[] key, Instant windowEnd) {
        entities.createNativeQuery(
                        "insert into attempt_counter (key_hash, attempts, window_ends_at) values (:key, 1, :end)")
                .setParameter("key", key)
                .setParameter("end", windowEnd)
                .executeUpdate();
    }

    /** Takes one attempt back, unless a window that began later has taken the place of the one it was counted in. */
    void refund(byte[] key, Instant windowEnd) {
        entities.createNativeQuery("update attempt_counter set attempts = attempts - 1"
                        + " where key_hash = :key and attempts > 0 and window_ends_at <= :end")
                .setParameter("key", key)
                .setParameter("end", windowEnd)
                .executeUpdate();
    }

    int removeEnded(Instant now) {
        return entities.createNativeQuery("delete from attempt_counter where window_ends_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
