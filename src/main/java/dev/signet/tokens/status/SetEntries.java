package dev.signet.tokens.status;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The entries that are set, as this node knows them, until the tokens that refer to them have expired. Bounded by what is revoked
 * within the life of a token.
 */
@Singleton
public final class SetEntries {

    private static final class OfList {

        /** By slot, until when each of its entries is set; null for those that are not. */
        final Map<Integer, @Nullable Instant[]> slots = new ConcurrentHashMap<>();

        final AtomicLong version = new AtomicLong();
    }

    private final Map<Long, OfList> lists = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();

    SetEntries() {}

    /** How a revocation says that one token goes. */
    public static String text(StatusEntry entry) {
        return entry.slot().number() + "/" + entry.mask();
    }

    /** How a revocation says that a slot goes with all its tokens; several stand with spaces between them. */
    public static String text(StatusSlot slot) {
        return Long.toString(slot.number());
    }

    /** Sets what a revocation says. */
    public void add(String entries, Instant expiresAt) {
        for (String each : entries.split(" ", -1)) {
            int separator = each.indexOf('/');
            String slot = separator < 0 ? each : each.substring(0, separator);
            int mask = separator < 0 ? StatusSlot.ALL : Integer.parseInt(each.substring(separator + 1));
            add(new StatusSlot(Long.parseLong(slot)), mask, expiresAt);
        }
    }

    private void add(StatusSlot slot, int mask, Instant expiresAt) {
        // Within one step, or a list that is just being forgotten would take the entry along.
        lists.compute(slot.list(), (number, known) -> {
            OfList list = known == null ? new OfList() : known;
            add(list, slot.place(), mask, expiresAt);
            return list;
        });
    }

    private void add(OfList list, int place, int mask, Instant expiresAt) {
        list.slots.compute(place, (same, known) -> {
            Instant[] entries = known == null ? new Instant[StatusSlot.ENTRIES] : known.clone();
            for (int i = 0; i < entries.length; i++) {
                if ((mask >> i & 1) != 0) {
                    entries[i] = later(entries[i], expiresAt);
                }
            }
            if (maskOf(entries) != maskOf(known)) {
                list.version.set(versions.incrementAndGet());
            }
            return entries;
        });
    }

    private static Instant later(@Nullable Instant known, Instant expiresAt) {
        return known == null || known.isBefore(expiresAt) ? expiresAt : known;
    }

    /** Forgets what no unexpired token refers to. */
    public void forgetExpired(Instant now) {
        lists.keySet()
                .forEach(number -> lists.computeIfPresent(number, (same, list) -> {
                    list.slots.keySet().forEach(place -> forgetExpired(list, place, now));
                    return list.slots.isEmpty() ? null : list;
                }));
    }

    private void forgetExpired(OfList list, int place, Instant now) {
        list.slots.computeIfPresent(place, (same, known) -> {
            Instant[] entries = known.clone();
            for (int i = 0; i < entries.length; i++) {
                if (entries[i] != null && entries[i].isBefore(now)) {
                    entries[i] = null;
                }
            }
            int left = maskOf(entries);
            if (left == maskOf(known)) {
                return known;
            }
            list.version.set(versions.incrementAndGet());
            return left == 0 ? null : entries;
        });
    }

    /** Another number whenever a list changes; 0 for one of which nothing is set. */
    long version(long list) {
        OfList known = lists.get(list);
        return known == null ? 0 : known.version.get();
    }

    /** Writes the entries of a list into its bytes. */
    void write(long list, byte[] bytes) {
        OfList known = lists.get(list);
        if (known != null) {
            known.slots.forEach((place, entries) -> bytes[place] |= (byte) maskOf(entries));
        }
    }

    /** The entries of a slot that are set. */
    int mask(StatusSlot slot) {
        OfList known = lists.get(slot.list());
        return known == null ? 0 : maskOf(known.slots.get(slot.place()));
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
