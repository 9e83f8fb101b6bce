package dev.signet.database;

import java.util.List;

/**
 * Statements that are one transaction of their own and, on PostgreSQL, one round trip. Each is executed whatever the others
 * changed, so what one does only if another succeeded must stand in its own condition.
 */
public interface RoundTrip {

    /**
     * Executes the statements, each with its part of the parameters, in order, and reads the rows of the last.
     *
     * @throws IllegalStateException within a transaction, which could still undo what the caller takes for done
     */
    <T> T run(List<?> parameters, RowReader<T> reader);
}
