package dev.signet.accounts.password;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends the working memory of Argon2, so that a login does not leave 19 MiB to the garbage collector. What a hash leaves behind
 * is overwritten by the next before it is read. Softly held: a process short of memory, or long without a login, has it back.
 */
final class Argon2Memory {

    // What foreign parameters ask for beyond the limit is not kept.
    private static final int LARGEST_KEPT_KIB = 64 * 1024;

    private final ConcurrentLinkedQueue<SoftReference<long[]>> free = new ConcurrentLinkedQueue<>();

    long[] borrow(int words) {
        SoftReference<long[]> kept = free.poll();
        long[] memory = kept == null ? null : kept.get();
        return memory != null && memory.length >= words ? memory : new long[words];
    }

    void giveBack(long[] memory) {
        // One for each hash that may be under way. Asked here and not once: in a native image a constant would hold the
        // number of cores of the machine that built it.
        if (memory.length <= LARGEST_KEPT_KIB * BlockMixer.WORDS
                && free.size() < Runtime.getRuntime().availableProcessors()) {
            free.add(new SoftReference<>(memory));
        }
    }
}
