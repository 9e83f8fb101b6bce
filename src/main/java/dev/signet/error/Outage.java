package dev.signet.error;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;

/** Tells a database that is gone, full or slow from a fault of ours. */
final class Outage {

    private Outage() {}

    static boolean causedBy(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException failure) {
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
