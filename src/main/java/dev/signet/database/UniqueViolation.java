package dev.signet.database;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** Recognises a broken unique constraint by SQLState 23505, the one sign H2 and PostgreSQL share. */
public final class UniqueViolation {

    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    /** Whether the failure, or what caused it, is a broken unique constraint. */
    public static boolean causedBy(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
