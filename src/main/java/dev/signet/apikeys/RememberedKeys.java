package dev.signet.apikeys;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API keys presented last, found by their SHA-256. Only good ones get in. Holds two generations of half the size; when the young one
 * is full it becomes the old one, and what was in that and not presented since is forgotten.
 */
final class RememberedKeys {

    private final int half;
    private volatile Map<ByteBuffer, KnownKey> young = new ConcurrentHashMap<>();
    private volatile Map<ByteBuffer, KnownKey> old = new ConcurrentHashMap<>();
    private long forgotten;

    RememberedKeys(int size) {
        this.half = Math.max(1, (size + 1) / 2);
    }

    @Nullable
    KnownKey find(ByteBuffer digest) {
        KnownKey key = young.get(digest);
        return key == null && old.containsKey(digest) ? rejuvenate(digest) : key;
    }

    private synchronized @Nullable KnownKey rejuvenate(ByteBuffer digest) {
        KnownKey key = old.get(digest);
        if (key == null) {
            return young.get(digest);
        }
        keep(digest, key);
        return key;
    }

    /** Where the memory stands, to be asked before reading what {@link #add} is to add. */
    synchronized long mark() {
        return forgotten;
    }

    /** Adds what was read since the mark; not if anything was forgotten meanwhile, because it may have been read before its change. */
    synchronized void add(ByteBuffer digest, KnownKey key, long mark) {
        if (mark == forgotten) {
            keep(digest, key);
        }
    }

    private void keep(ByteBuffer digest, KnownKey key) {
        young.put(digest, key);
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    synchronized void forget(Set<UUID> ids) {
        forgotten++;
        young.values().removeIf(key -> ids.contains(key.id()));
        old.values().removeIf(key -> ids.contains(key.id()));
    }

    int size() {
        return young.size() + old.size();
    }
}
