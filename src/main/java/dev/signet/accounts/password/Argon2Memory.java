package dev.signet.accounts.password;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * A pool of working memory for Argon2, so that a login does not allocate 19 MiB. The next hash overwrites earlier
 * contents before it reads them. The memory is held by soft references: the process gets it back when memory is short
 * or after a long time without a login.
 *
 * @param <M> a block of memory
 */
final class Argon2Memory<M> {

    /** More memory than this, which only imported hashes need, is not pooled. */
    static final int MAX_POOLED_KIB = 64 * 1024;

    private final ConcurrentLinkedQueue<SoftReference<M>> free = new ConcurrentLinkedQueue<>();
    private final IntFunction<M> allocate;
    private final ToIntFunction<M> sizeKib;

    /** Creates a pool of blocks; {@code allocate} receives the size of a block in KiB. */
    Argon2Memory(IntFunction<M> allocate, ToIntFunction<M> sizeKib) {
        this.allocate = allocate;
        this.sizeKib = sizeKib;
    }

    M borrow(int kib) {
        SoftReference<M> kept = free.poll();
        M memory = kept == null ? null : kept.get();
        return memory != null && sizeKib.applyAsInt(memory) >= kib ? memory : allocate.apply(kib);
    }

    void release(M memory) {
        // One for each hash that can run at the same time. Read here and not once: in a native image a constant would
        // hold the number of cores of the build machine.
        if (sizeKib.applyAsInt(memory) <= MAX_POOLED_KIB
                && free.size() < Runtime.getRuntime().availableProcessors()) {
            free.add(new SoftReference<>(memory));
        }
    }
}
