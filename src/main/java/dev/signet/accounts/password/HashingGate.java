package dev.signet.accounts.password;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets as many hash at once as there are cores, on their own threads and in the order they came, and a bounded number wait.
 * So hashing takes bounded memory, and a flood of logins leaves threads for everything else.
 */
final class HashingGate {

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Semaphore places;
    private final AtomicInteger inside = new AtomicInteger();
    private final int maxInside;

    HashingGate(int atOnce, int maxWaiting) {
        this.places = new Semaphore(atOnce, true);
        this.maxInside = atOnce + maxWaiting;
    }

    <T> T pass(Supplier<T> work) {
        if (inside.incrementAndGet() > maxInside) {
            inside.decrementAndGet();
            throw full();
        }
        try {
            return whenPlaceIsFree(work);
        } finally {
            inside.decrementAndGet();
        }
    }

    private <T> T whenPlaceIsFree(Supplier<T> work) {
        try {
            if (!places.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    int inside() {
        return inside.get();
    }

    private static ServiceException full() {
        return new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, "the queue of password hashes is full")
                .retryAfter(RETRY);
    }
}
