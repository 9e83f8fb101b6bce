package dev.signet.accounts.password.argon2;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/**
 * A pool of working memory for Argon2, so that a login does not allocate 19 MiB. The next hash overwrites earlier
 * contents before it reads them. The memory is held by soft references: the process gets it back after a long time
 * without a login. The caller limits the number of blocks.
 *
 * @param <M> a block of memory
 */
final class Argon2Memory<M> {

    private final int blockKib;
    private final IntFunction<M> allocate;
    private final ConcurrentLinkedQueue<SoftReference<M>> free = new ConcurrentLinkedQueue<>();

    /**
     * Creates a pool.
     *
     * @param blockKib size of a block in KiB: the memory of a new hash
     * @param allocate allocates a block of a size in KiB
     */
    Argon2Memory(int blockKib, IntFunction<M> allocate) {
        this.blockKib = blockKib;
        this.allocate = allocate;
    }

    /** Returns whether hashes with this amount of memory use the pool. Others are rare: those of imported accounts. */
    boolean pools(int kib) {
        return kib == blockKib;
    }

    M borrow() {
        SoftReference<M> kept = free.poll();
        M memory = kept == null ? null : kept.get();
        return memory == null ? allocate.apply(blockKib) : memory;
    }

    void release(M memory) {
        free.add(new SoftReference<>(memory));
    }
}
