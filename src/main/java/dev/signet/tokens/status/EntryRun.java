package dev.signet.tokens.status;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries of one client, issued one after the other in an order that reveals nothing. */
final class EntryRun {

    private final StatusSlot[] slots;
    private final long until;
    private final int size;
    private final int step;
    private final int start;
    private final AtomicInteger issued = new AtomicInteger();

    /**
     * Creates a run over a number of slots that is a power of two.
     *
     * @param until {@link System#nanoTime} until which the entries may be issued
     */
    EntryRun(StatusSlot[] slots, long until, SecureRandom random) {
        this.slots = slots;
        this.until = until;
        this.size = slots.length * StatusSlot.ENTRIES;
        // An odd step visits each number below a power of two once.
        this.step = random.nextInt(size) | 1;
        this.start = random.nextInt(size);
    }

    StatusSlot[] slots() {
        return slots;
    }

    boolean isExpired() {
        return System.nanoTime() - until > 0;
    }

    boolean hasNext() {
        return issued.get() < size && !isExpired();
    }

    /** Returns the next entry; null if there is none. */
    @Nullable
    StatusEntry next() {
        int turn = issued.getAndUpdate(count -> Math.min(count + 1, size));
        return turn == size || isExpired() ? null : at(turn);
    }

    /** Returns the last entry again. */
    StatusEntry last() {
        return at(size - 1);
    }

    private StatusEntry at(int turn) {
        int index = (start + turn * step) & (size - 1);
        return slots[index / StatusSlot.ENTRIES].entry(index);
    }
}
