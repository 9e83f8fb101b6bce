package dev.signet.tokens.status;

import dev.signet.keys.KeyEncryptionKey;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The slots that this node may give out, in memory: no token costs a query. Blocks are fetched ahead of need, and by whoever finds
 * none left.
 */
@Singleton
final class FreeSlots {

    /** A slot, and until when, by {@link System#nanoTime}, it may be given out. */
    record Lease(StatusSlot slot, long until) {

        boolean isOver() {
            return System.nanoTime() - until > 0;
        }
    }

    private static final int LOW = BlockReservation.PLACES / 2;

    private final BlockReservation blocks;
    private final byte[] key;
    private final LinkedBlockingQueue<Lease> free = new LinkedBlockingQueue<>();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile long freshUntil = System.nanoTime();
    private @Nullable Scatter scatter;
    private long scattered;

    FreeSlots(BlockReservation blocks, KeyEncryptionKey installation) {
        this.blocks = blocks;
        this.key = installation.derive("places in status lists");
    }

    Lease take() {
        while (true) {
            for (Lease lease = free.poll(); lease != null; lease = free.poll()) {
                if (!lease.isOver()) {
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

    /** Takes back what no token refers to. */
    void giveBack(Lease lease) {
        free.add(lease);
    }

    /** Fetches a block if there will soon be need of one. */
    void topUp() {
        if ((free.size() < LOW || System.nanoTime() - freshUntil > 0) && fetching.tryLock()) {
            try {
                free.removeIf(Lease::isOver);
                fetch();
            } finally {
                fetching.unlock();
            }
        }
    }

    private void fetch() {
        Block block = blocks.take();
        Scatter order = scatter;
        if (order == null || scattered != block.list()) {
            order = new Scatter(key, block.list());
            scatter = order;
            scattered = block.list();
        }
        for (int i = 0; i < BlockReservation.PLACES; i++) {
            int place = order.place(block.number() * BlockReservation.PLACES + i);
            free.add(new Lease(StatusSlot.of(block.list(), place), block.usableUntil()));
        }
        freshUntil = block.usableUntil();
    }
}
