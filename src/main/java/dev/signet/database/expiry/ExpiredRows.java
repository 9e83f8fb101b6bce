package dev.signet.database.expiry;

import jakarta.persistence.EntityManager;

import java.time.Instant;

/**
 * The expired rows of a table.
 *
 * @param table name of the table
 * @param key its primary key; several columns are separated by commas
 * @param timeColumn the column with the time, the first one of an index
 */
public record ExpiredRows(String table, String key, String timeColumn) {

    /**
     * Deletes the rows with a time at or before an instant, oldest first. The condition is repeated because a row can
     * be extended while the statement waits for it.
     *
     * @param limit the maximum number of rows
     * @return the number of deleted rows
     */
    public int delete(EntityManager entities, Instant time, int limit) {
        String expired = " from " + table + " where " + timeColumn + " <= :time";
        return entities.createNativeQuery("delete" + expired + " and (" + key + ") in (select " + key + expired
                        + " order by " + timeColumn + " fetch first " + limit + " rows only)")
                .setParameter("time", time)
                .executeUpdate();
    }
}
