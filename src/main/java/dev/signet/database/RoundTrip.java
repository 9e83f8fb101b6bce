package dev.signet.database;

import java.util.List;

/**
 * Several statements that form one transaction and, on PostgreSQL, one round trip. Every statement is executed
 * regardless of the others, so a statement that depends on the success of another one must check it in its own
 * condition.
 */
public interface RoundTrip {

    /**
     * Executes the statements in order, each with its part of the parameters, and reads the rows of the last one.
     *
     * @throws IllegalStateException within a transaction, which could still roll back the result
     */
    <T> T run(List<?> parameters, RowReader<T> reader);
}
