package dev.signet.tokens.status;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Entries of one client that are given out one after the other, in an order that tells nothing. */
final class EntryRun {

    private final StatusSlot[] slots;
    private final long until;
    private final int size;
    private final int step;
    private final int start;
    private final AtomicInteger given = new AtomicInteger();

    /**
     * A run over as many slots as a power of two.
     *
     * @param until by {@link System#nanoTime}, until when they may be given out
     */
    EntryRun(StatusSlot[] slots, long until, SecureRandom random) {
        this.slots = slots;
        this.until = until;
        this.size = slots.length * StatusSlot.ENTRIES;
        // An odd step meets each number below a power of two once.
        this.step = random.nextInt(size) | 1;
        this.start = random.nextInt(size);
    }

    StatusSlot[] slots() {
        return slots;
    }

    boolean isOver() {
        return System.nanoTime() - until > 0;
    }

    boolean hasNext() {
        return given.get() < size && !isOver();
    }

    /** The next one; null if there is none. */
    @Nullable
    StatusEntry next() {
        int turn = given.getAndUpdate(count -> Math.min(count + 1, size));
        return turn == size || isOver() ? null : at(turn);
    }

    /** The last one once more. */
    StatusEntry last() {
        return at(size - 1);
    }

    private StatusEntry at(int turn) {
        int index = (start + turn * step) & (size - 1);
        return slots[index / StatusSlot.ENTRIES].entry(index);
    }
}
