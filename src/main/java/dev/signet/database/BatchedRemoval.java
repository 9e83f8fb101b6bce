package dev.signet.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Removes any number of rows in short transactions with rests between them, so that requests wait neither for a lock nor
 * behind a flood of writes.
 */
@ApplicationScoped
public class BatchedRemoval {

    /** How many rows one statement may remove: {@code fetch first … rows only}. */
    public static final int ROWS = 200;

    private static final Duration SHORTEST_REST = Duration.ofMillis(5);

    /**
     * Runs the statement, each time in its own transaction, until it finds nothing; returns how many rows went. Less than a batch
     * does not mean that none are left: H2 asks the inner query again while it deletes, and where many rows have the same place
     * in its order it deletes a few less than it was told to. So the statement must have an end: a limit taken before the first
     * batch, not the time of each.
     */
    public long run(LongSupplier statement) {
        long removed = 0;
        while (true) {
            long begun = System.nanoTime();
            long batch = QuarkusTransaction.requiringNew().call(statement::getAsLong);
            removed += batch;
            if (batch == 0) {
                return removed;
            }
            // Three times as long as the batch took: at most a quarter of the time goes into cleaning, however slow the
            // disk.
            LockSupport.parkNanos(Math.max(SHORTEST_REST.toNanos(), 3 * (System.nanoTime() - begun)));
        }
    }
}
