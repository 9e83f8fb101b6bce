package dev.signet.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/**
 * A cache of values from the database. Changed values must be removed with {@link #invalidate}. A full cache removes
 * values that are seldom read.
 */
public final class InvalidatingCache<K, V> {

    private final Cache<K, V> values;
    private long removals;

    /** Creates a cache for at most {@code size} values. */
    public InvalidatingCache(int size) {
        // The thread that adds a value also drops one, so that the size is never exceeded.
        this.values =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    public @Nullable V find(K key) {
        return values.getIfPresent(key);
    }

    /**
     * Returns the current version of the cache. Call it before reading a value from the database that {@link #add} will
     * store.
     */
    public synchronized long version() {
        return removals;
    }

    /**
     * Adds a value that was read after {@link #version}. Does nothing if any value was removed since then, because the
     * value may be older than its change.
     */
    public synchronized void add(K key, V value, long version) {
        if (version == removals) {
            values.put(key, value);
        }
    }

    /** Removes changed values by their keys. */
    public synchronized void invalidate(Iterable<K> keys) {
        removals++;
        values.invalidateAll(keys);
    }

    /** Removes the values that match, for changes whose keys are unknown. */
    public synchronized void invalidateIf(Predicate<? super V> changed) {
        removals++;
        values.asMap().values().removeIf(changed);
    }

    public synchronized void invalidateAll() {
        removals++;
        values.invalidateAll();
    }

    /** Returns the number of values in memory. */
    public int size() {
        return values.asMap().size();
    }
}
