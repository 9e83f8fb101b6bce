package dev.signet.database.reading;

/**
 * Values of gauges that come from the database. The package that owns the tables implements it and keeps the values in
 * memory, where a scrape finds them.
 */
public interface DatabaseReading {

    /** Reads the values within the current transaction. A query reads a limited number of rows. */
    void read();

    /** Sets the values to unknown (NaN), because the database cannot be read. */
    void forget();
}
