package dev.signet.database;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A cache of values from the database; changed values must be removed with {@link #forget}. It has two generations of
 * half the size. When the young generation is full, it becomes the old one, and values of the previous old generation
 * that were not read again are dropped.
 */
public final class InvalidatingCache<K, V> {

    private final int half;
    private volatile Map<K, V> recent = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = new ConcurrentHashMap<>();
    private long removals;

    /** Creates a cache for at most {@code size} values. */
    public InvalidatingCache(int size) {
        this.half = Math.max(1, (size + 1) / 2);
    }

    public @Nullable V find(K key) {
        V value = recent.get(key);
        return value == null && old.containsKey(key) ? promote(key) : value;
    }

    private synchronized @Nullable V promote(K key) {
        V value = old.get(key);
        if (value == null) {
            return recent.get(key);
        }
        store(key, value);
        return value;
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
            store(key, value);
        }
    }

    private void store(K key, V value) {
        recent.put(key, value);
        if (recent.size() >= half) {
            old = recent;
            recent = new ConcurrentHashMap<>();
        }
    }

    /** Removes changed values by their keys. */
    public synchronized void forget(Iterable<K> keys) {
        removals++;
        for (K key : keys) {
            recent.remove(key);
            old.remove(key);
        }
    }

    /** Removes the values that match, for changes whose keys are unknown. */
    public synchronized void forgetIf(Predicate<? super V> changed) {
        removals++;
        recent.values().removeIf(changed);
        old.values().removeIf(changed);
    }

    public synchronized void forgetAll() {
        removals++;
        recent = new ConcurrentHashMap<>();
        old = new ConcurrentHashMap<>();
    }

    /** Returns the number of values in memory. */
    public int size() {
        return recent.size() + old.size();
    }
}
