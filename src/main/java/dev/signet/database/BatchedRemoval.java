package dev.signet.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Deletes any number of rows in short transactions with pauses between them, so that requests wait neither for locks
 * nor for a backlog of writes.
 */
@ApplicationScoped
public class BatchedRemoval {

    /** Maximum number of rows that one statement may delete: {@code fetch first … rows only}. */
    public static final int ROWS = 200;

    private static final Duration MIN_PAUSE = Duration.ofMillis(5);

    /**
     * Runs the statement in a new transaction each time until it deletes nothing; returns the total number of deleted
     * rows. Rows may be left even if a batch deletes fewer than {@link #ROWS}: H2 evaluates the inner query again while
     * it deletes. So it deletes a few rows less if many rows have the same sort key. The statement must therefore have
     * a fixed limit that was set before the first batch, not the current time of each batch.
     */
    public long run(LongSupplier statement) {
        long removed = 0;
        while (true) {
            long batch = runOnce(statement);
            removed += batch;
            if (batch == 0) {
                return removed;
            }
        }
    }

    /** Runs the statement in a new transaction, then pauses if it deleted rows; returns their number. */
    public long runOnce(LongSupplier statement) {
        long start = System.nanoTime();
        long batch = QuarkusTransaction.requiringNew().call(statement::getAsLong);
        if (batch > 0) {
            // Three times the duration of the batch: cleaning uses at most a quarter of the time, on any disk.
            LockSupport.parkNanos(Math.max(MIN_PAUSE.toNanos(), 3 * (System.nanoTime() - start)));
        }
        return batch;
    }
}
