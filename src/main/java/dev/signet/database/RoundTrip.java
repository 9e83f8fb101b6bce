package dev.signet.database;

/**
 * Several statements that form one transaction and, on PostgreSQL, one round trip. Every statement is executed
 * regardless of the others, so a statement that depends on the success of another one must check it in its own
 * condition.
 *
 * @param <R> the request that the values of the parameters are read from
 */
public interface RoundTrip<R> {

    /**
     * Executes the statements in order and reads the rows of the last one.
     *
     * @throws IllegalStateException within a transaction, which could still roll back the result
     */
    <T> T run(R request, RowReader<T> reader);
}
