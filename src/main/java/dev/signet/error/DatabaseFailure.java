package dev.signet.error;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;

/** Tells what the database's failures mean: it is gone, full or slow; it cannot hold what the client sent; or a fault of ours. */
public final class DatabaseFailure {

    // SQLState class 22, data exception: a NUL in a text for PostgreSQL, for example.
    private static final String DATA_EXCEPTION = "22";

    private DatabaseFailure() {}

    /** Returns whether the database is unreachable, full or slow; false if the statement or a value is at fault. */
    public static boolean isOutage(Throwable failure) {
        return any(failure, DatabaseFailure::meansOutage);
    }

    static boolean isUnstorableValue(Throwable failure) {
        return any(
                failure, sql -> sql.getSQLState() != null && sql.getSQLState().startsWith(DATA_EXCEPTION));
    }

    private static boolean any(Throwable failure, Predicate<SQLException> test) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meansOutage(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLTimeoutException) {
            return true;
        }
        String state = failure.getSQLState();
        // An exception without a state is the connection pool's own: it could not hand out a connection in time.
        // 08 connection, 40 rolled back, 53 out of resources, 57 operator intervention, 90 H2's closed and lock states.
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("HYT")
                || state.startsWith("90");
    }
}
