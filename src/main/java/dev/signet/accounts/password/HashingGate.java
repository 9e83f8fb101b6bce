package dev.signet.accounts.password;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A limit on concurrent password hashes, computed on the threads of the callers in order of arrival, and a bounded
 * queue. So hashing uses bounded memory, and a flood of logins leaves threads for other requests. The unit is a new
 * hash; an imported hash with more memory counts as several.
 */
final class HashingGate {

    /**
     * The limits of password hashes that follow from the memory of the process: together they need at most half of the
     * heap's limit, or the memory of one new hash if that is more.
     *
     * @param concurrentHashes how many new hashes may run at once; at most one per core
     * @param maxKib the most memory of an imported hash, in KiB
     */
    record Limits(int concurrentHashes, int maxKib) {

        static Limits of(int memoryKib, int cores, long maxHeapBytes) {
            int halfKib = (int) Math.min(Integer.MAX_VALUE, maxHeapBytes / 2 / 1024);
            int hashes = halfKib / Math.max(1, memoryKib);
            return new Limits(Math.max(1, Math.min(cores, hashes)), Math.max(halfKib, memoryKib));
        }
    }

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final Semaphore permits;
    private final int atOnce;
    private final AtomicInteger admitted = new AtomicInteger();
    private final int maxAdmitted;
    private final HashingMeters meters;

    HashingGate(int atOnce, int maxWaiting, HashingMeters meters) {
        this.permits = new Semaphore(atOnce, true);
        this.atOnce = atOnce;
        this.maxAdmitted = atOnce + maxWaiting;
        this.meters = meters;
    }

    <T> T pass(Supplier<T> work) {
        return pass(1, work);
    }

    /** Computes a hash that needs the memory of several; one that needs as much as all together runs alone. */
    <T> T pass(int hashes, Supplier<T> work) {
        if (admitted.incrementAndGet() > maxAdmitted) {
            admitted.decrementAndGet();
            throw overloaded();
        }
        try {
            return awaitPermits(Math.min(hashes, atOnce), work);
        } finally {
            admitted.decrementAndGet();
        }
    }

    private <T> T awaitPermits(int needed, Supplier<T> work) {
        long arrival = System.nanoTime();
        meters.waiting().incrementAndGet();
        try {
            if (!permits.tryAcquire(needed, MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        } finally {
            meters.waiting().decrementAndGet();
        }
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            permits.release(needed);
            meters.record(start - arrival, System.nanoTime() - start);
        }
    }

    int admitted() {
        return admitted.get();
    }

    private ServiceException overloaded() {
        meters.countRejection();
        return new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, "the queue of password hashes is full");
    }
}
