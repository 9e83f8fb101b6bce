package dev.signet.accounts.password;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A pool of working memory for Argon2, so that a login does not leave 19 MiB to the garbage collector. The next hash
 * overwrites earlier contents before it reads them. The memory is held by soft references: the process gets it back
 * when memory is short or after a long time without a login.
 */
final class Argon2Memory {

    // Memory above this limit, which only imported hashes need, is not pooled.
    private static final int MAX_POOLED_KIB = 64 * 1024;

    private final ConcurrentLinkedQueue<SoftReference<long[]>> free = new ConcurrentLinkedQueue<>();

    long[] borrow(int words) {
        SoftReference<long[]> kept = free.poll();
        long[] memory = kept == null ? null : kept.get();
        return memory != null && memory.length >= words ? memory : new long[words];
    }

    void release(long[] memory) {
        // One for each hash that can run at the same time. Read here and not once: in a native image a constant would
        // hold the number of cores of the build machine.
        if (memory.length <= MAX_POOLED_KIB * BlockMixer.WORDS
                && free.size() < Runtime.getRuntime().availableProcessors()) {
            free.add(new SoftReference<>(memory));
        }
    }
}
