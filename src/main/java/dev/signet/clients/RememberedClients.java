package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clients asked for last. Holds two generations of half the size; when the young one is full it becomes the old one, and what
 * was in that and not asked for since is forgotten.
 */
final class RememberedClients {

    private final int half;
    private volatile Map<String, RegisteredClient> young = new ConcurrentHashMap<>();
    private volatile Map<String, RegisteredClient> old = new ConcurrentHashMap<>();
    private long forgotten;

    RememberedClients(int size) {
        this.half = Math.max(1, (size + 1) / 2);
    }

    @Nullable
    RegisteredClient find(String id) {
        RegisteredClient client = young.get(id);
        return client == null && old.containsKey(id) ? rejuvenate(id) : client;
    }

    private synchronized @Nullable RegisteredClient rejuvenate(String id) {
        RegisteredClient client = old.get(id);
        if (client == null) {
            return young.get(id);
        }
        keep(id, client);
        return client;
    }

    /** Where the memory stands, to be asked before reading what {@link #add} is to add. */
    synchronized long mark() {
        return forgotten;
    }

    /** Adds what was read since the mark; not if anything was forgotten meanwhile, because it may have been read before its change. */
    synchronized void add(RegisteredClient client, long mark) {
        if (mark == forgotten) {
            keep(client.client().id(), client);
        }
    }

    private void keep(String id, RegisteredClient client) {
        young.put(id, client);
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    synchronized void forget(Iterable<String> ids) {
        forgotten++;
        for (String id : ids) {
            young.remove(id);
            old.remove(id);
        }
    }

    synchronized void forgetAll() {
        forgotten++;
        young = new ConcurrentHashMap<>();
        old = new ConcurrentHashMap<>();
    }

    int size() {
        return young.size() + old.size();
    }
}
