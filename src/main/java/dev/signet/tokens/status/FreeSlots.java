package dev.signet.tokens.status;

import dev.signet.keys.encryption.KeyEncryptionKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Slots in memory that this node may issue, so that no token needs a query. Blocks are reserved in advance, or by the
 * thread that finds no slot.
 */
@Singleton
final class FreeSlots {

    /** Slot with the {@link System#nanoTime} until which it may be issued. */
    record Lease(StatusSlot slot, long until) {

        boolean isExpired() {
            return System.nanoTime() - until > 0;
        }
    }

    private static final int REFILL_BELOW = BlockReservation.SLOTS / 2;

    private final BlockReservation blocks;
    private final byte[] key;
    private final LinkedBlockingQueue<Lease> free = new LinkedBlockingQueue<>();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile long usableUntil = System.nanoTime();
    private @Nullable IndexPermutation permutation;
    private long permutedList;

    FreeSlots(BlockReservation blocks, KeyEncryptionKey installation) {
        this.blocks = blocks;
        this.key = installation.derive("places in status lists");
    }

    Lease lease() {
        while (true) {
            for (Lease lease = free.poll(); lease != null; lease = free.poll()) {
                if (!lease.isExpired()) {
                    return lease;
                }
            }
            fetching.lock();
            try {
                if (free.isEmpty()) {
                    fetch();
                }
            } finally {
                fetching.unlock();
            }
        }
    }

    /** Returns a lease whose slot no token refers to. */
    void release(Lease lease) {
        free.add(lease);
    }

    /** Reserves a block if few slots are left. */
    void topUp() {
        if ((free.size() < REFILL_BELOW || System.nanoTime() - usableUntil > 0) && fetching.tryLock()) {
            try {
                free.removeIf(Lease::isExpired);
                fetch();
            } finally {
                fetching.unlock();
            }
        }
    }

    private void fetch() {
        ReservedBlock block = blocks.reserve();
        IndexPermutation order = permutation;
        if (order == null || permutedList != block.list()) {
            order = new IndexPermutation(key, block.list());
            permutation = order;
            permutedList = block.list();
        }
        for (int i = 0; i < BlockReservation.SLOTS; i++) {
            int position = order.position(block.number() * BlockReservation.SLOTS + i);
            free.add(new Lease(StatusSlot.of(block.list(), position), block.usableUntil()));
        }
        usableUntil = block.usableUntil();
    }
}
