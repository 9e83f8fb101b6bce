package dev.signet.database;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What was read last from the database, until it changes there. Holds two generations of half the size; when the young one is full
 * it becomes the old one, and what was in that and not asked for since is forgotten.
 */
public final class Remembered<K, V> {

    private final int half;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = new ConcurrentHashMap<>();
    private long forgotten;

    /** Of so many at most. */
    public Remembered(int size) {
        this.half = Math.max(1, (size + 1) / 2);
    }

    public @Nullable V find(K key) {
        V value = young.get(key);
        return value == null && old.containsKey(key) ? rejuvenate(key) : value;
    }

    private synchronized @Nullable V rejuvenate(K key) {
        V value = old.get(key);
        if (value == null) {
            return young.get(key);
        }
        keep(key, value);
        return value;
    }

    /** Where the memory stands, to be asked before reading what {@link #add} is to add. */
    public synchronized long mark() {
        return forgotten;
    }

    /** Adds what was read since the mark; not if anything was forgotten meanwhile, because it may have been read before its change. */
    public synchronized void add(K key, V value, long mark) {
        if (mark == forgotten) {
            keep(key, value);
        }
    }

    private void keep(K key, V value) {
        young.put(key, value);
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    /** Forgets what has changed. */
    public synchronized void forget(Iterable<K> keys) {
        forgotten++;
        for (K key : keys) {
            young.remove(key);
            old.remove(key);
        }
    }

    /** Forgets what has changed, where it is not known by its key. */
    public synchronized void forgetIf(Predicate<? super V> changed) {
        forgotten++;
        young.values().removeIf(changed);
        old.values().removeIf(changed);
    }

    public synchronized void forgetAll() {
        forgotten++;
        young = new ConcurrentHashMap<>();
        old = new ConcurrentHashMap<>();
    }

    /** How many are in memory now. */
    public int size() {
        return young.size() + old.size();
    }
}
