package dev.signet.database;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** Detects a violated unique constraint by SQLState 23505, which H2 and PostgreSQL have in common. */
public final class UniqueViolation {

    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    /** Returns true if the failure or one of its causes is a violated unique constraint. */
    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
