package dev.signet.database.expiry;

import java.time.Instant;

/**
 * A table with rows that expire. The package that owns the table implements it, usually in its repository, and the
 * {@link ExpirySweeper} removes the expired rows. Reads must not rely on the removal: they compare the time themselves.
 */
public interface ExpiringTable {

    /** Returns the name of the table, for messages. */
    String tableName();

    /**
     * Removes one batch of expired rows within the current transaction. It is called again, with the same time, until
     * it returns 0.
     *
     * @param now a time that has passed by the clock of the node and by that of the database
     * @param limit the maximum number of rows to remove
     * @return the number of removed rows
     */
    int removeExpired(Instant now, int limit);

    /**
     * Returns the maximum number of batches in one run, for removals that cost more than the rows of one table. The
     * next run continues.
     */
    default int maxBatches() {
        return Integer.MAX_VALUE;
    }
}
