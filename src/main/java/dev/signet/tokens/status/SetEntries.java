package dev.signet.tokens.status;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The set entries (of revoked tokens) in the memory of this node, until the tokens that refer to them have expired.
 * Bounded by the number of revocations within the time to live of a token.
 */
@Singleton
public final class SetEntries {

    private static final class ListEntries {

        /** The expiry of each entry by slot; null for entries that are not set. */
        final Map<Integer, @Nullable Instant[]> slots = new ConcurrentHashMap<>();

        final AtomicLong version = new AtomicLong();
    }

    private final Map<Long, ListEntries> lists = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();

    SetEntries() {}

    /** Formats one entry for a revocation of one token. */
    static String text(StatusEntry entry) {
        return entry.slot().number() + "/" + entry.mask();
    }

    /** Formats a slot for a revocation of all its tokens. Several slots are separated by spaces. */
    public static String text(StatusSlot slot) {
        return Long.toString(slot.number());
    }

    /**
     * Sets the entries of a revocation.
     *
     * @param entries space-separated results of {@code text}
     */
    public void add(String entries, Instant expiresAt) {
        for (String entry : entries.split(" ", -1)) {
            int separator = entry.indexOf('/');
            String slot = separator < 0 ? entry : entry.substring(0, separator);
            int mask = separator < 0 ? StatusSlot.ALL : Integer.parseInt(entry.substring(separator + 1));
            add(new StatusSlot(Long.parseLong(slot)), mask, expiresAt);
        }
    }

    private void add(StatusSlot slot, int mask, Instant expiresAt) {
        // This is one atomic step, so that the concurrent removal of a list does not remove the new entry.
        lists.compute(slot.list(), (number, existing) -> {
            ListEntries list = existing == null ? new ListEntries() : existing;
            add(list, slot.position(), mask, expiresAt);
            return list;
        });
    }

    private void add(ListEntries list, int position, int mask, Instant expiresAt) {
        list.slots.compute(position, (key, existing) -> {
            Instant[] entries = existing == null ? new Instant[StatusSlot.ENTRIES] : existing.clone();
            for (int i = 0; i < entries.length; i++) {
                if ((mask >> i & 1) != 0) {
                    entries[i] = later(entries[i], expiresAt);
                }
            }
            if (maskOf(entries) != maskOf(existing)) {
                list.version.set(versions.incrementAndGet());
            }
            return entries;
        });
    }

    private static Instant later(@Nullable Instant existing, Instant expiresAt) {
        return existing == null || existing.isBefore(expiresAt) ? expiresAt : existing;
    }

    /** Removes the entries that no unexpired token refers to. */
    public void removeExpired(Instant now) {
        lists.keySet()
                .forEach(number -> lists.computeIfPresent(number, (key, list) -> {
                    list.slots.keySet().forEach(position -> removeExpired(list, position, now));
                    return list.slots.isEmpty() ? null : list;
                }));
    }

    private void removeExpired(ListEntries list, int position, Instant now) {
        list.slots.computeIfPresent(position, (key, existing) -> {
            Instant[] entries = existing.clone();
            for (int i = 0; i < entries.length; i++) {
                if (entries[i] != null && entries[i].isBefore(now)) {
                    entries[i] = null;
                }
            }
            int remaining = maskOf(entries);
            if (remaining == maskOf(existing)) {
                return existing;
            }
            list.version.set(versions.incrementAndGet());
            return remaining == 0 ? null : entries;
        });
    }

    /** Returns a number that changes whenever an entry of the list changes; 0 for a list without set entries. */
    public long version(long list) {
        ListEntries existing = lists.get(list);
        return existing == null ? 0 : existing.version.get();
    }

    /** Writes the entries of a list into its bytes. */
    public void write(long list, byte[] bytes) {
        ListEntries existing = lists.get(list);
        if (existing != null) {
            existing.slots.forEach((position, entries) -> bytes[position] |= (byte) maskOf(entries));
        }
    }

    /** Returns the set entries of a slot as a bit mask. */
    int mask(StatusSlot slot) {
        ListEntries existing = lists.get(slot.list());
        return existing == null ? 0 : maskOf(existing.slots.get(slot.position()));
    }

    private static int maskOf(@Nullable Instant @Nullable [] entries) {
        int mask = 0;
        if (entries != null) {
            for (int i = 0; i < entries.length; i++) {
                mask |= entries[i] == null ? 0 : 1 << i;
            }
        }
        return mask;
    }
}
