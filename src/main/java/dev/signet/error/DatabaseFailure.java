package dev.signet.error;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;

/**
 * Classification of database failures: an outage (unreachable, full or slow), a value of the client that cannot be
 * stored, or an internal error.
 */
public final class DatabaseFailure {

    // SQLState class 22, data exception: for example a NUL in a text for PostgreSQL.
    private static final String DATA_EXCEPTION = "22";

    private DatabaseFailure() {}

    /**
     * Returns true if the database is unreachable, full or slow; false if the statement or a value caused the failure.
     */
    public static boolean isOutage(Throwable failure) {
        return hasCause(failure, DatabaseFailure::hasOutageState);
    }

    static boolean isUnstorableValue(Throwable failure) {
        return hasCause(
                failure, sql -> sql.getSQLState() != null && sql.getSQLState().startsWith(DATA_EXCEPTION));
    }

    private static boolean hasCause(Throwable failure, Predicate<SQLException> test) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOutageState(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLTimeoutException) {
            return true;
        }
        String state = failure.getSQLState();
        // An exception without a state comes from the connection pool, which had no free connection in time. The
        // classes are: 08 connection, 40 rollback, 53 insufficient resources, 57 operator intervention, 90 closed or
        // locked in H2.
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("HYT")
                || state.startsWith("90");
    }
}
