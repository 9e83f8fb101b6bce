package dev.signet.database;

import dev.signet.error.Settings;
import org.jspecify.annotations.Nullable;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/** The reason why a start cannot use the database: the setting to change, and whether waiting can help. */
public final class DatabaseProblem {

    private static final String PASSWORD = Settings.named("quarkus.datasource.password");
    private static final String USERNAME = Settings.named("quarkus.datasource.username");

    private enum Kind {
        WRONG_PASSWORD,
        NO_PASSWORD,
        UNKNOWN_DATABASE,
        MISSING_RIGHTS,
        FILE_IN_USE,
        UNREACHABLE,
        OTHER
    }

    private final Kind kind;
    private final SQLException failure;

    private DatabaseProblem(Kind kind, SQLException failure) {
        this.kind = kind;
        this.failure = failure;
    }

    static DatabaseProblem of(SQLException failure) {
        // The connection pool wraps the exception of the driver.
        SQLException origin = failure;
        for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException deeper) {
                origin = deeper;
            }
        }
        return new DatabaseProblem(kind(origin), origin);
    }

    /** Finds a failure of the database among the causes of another one. */
    public static Optional<DatabaseProblem> find(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql)).filter(problem -> problem.kind != Kind.OTHER);
            }
        }
        return Optional.empty();
    }

    /** Returns true if the problem can end while the start waits. */
    boolean isTemporary() {
        return kind == Kind.UNREACHABLE;
    }

    /** Describes the problem in a few words on one line. */
    String reason() {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message =
                String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
        return root instanceof UnknownHostException ? "the host " + message + " is unknown" : message;
    }

    /** Names the setting to change and its fault. */
    public String sentence(String url, String username) {
        String location = DatabaseUrl.withoutParameters(url);
        return switch (kind) {
            case WRONG_PASSWORD ->
                PASSWORD + " is not the password of the database user " + username + ", or " + USERNAME + " is wrong: "
                        + reason();
            case NO_PASSWORD ->
                PASSWORD + " is not set, but " + location + " requires a password of the user " + username + ".";
            case UNKNOWN_DATABASE ->
                DatabaseUrl.SETTING + " is " + location
                        + ", but the server has no such database: create it (create database … owner " + username
                        + ") or change the setting.";
            case MISSING_RIGHTS ->
                USERNAME + " is " + username + ", which may not create tables in " + location
                        + ": change the owner of the database (alter database … owner to " + username
                        + "); the server reports: "
                        + reason();
            case FILE_IN_USE ->
                DatabaseUrl.SETTING + " is " + location
                        + ", a file that a different process has open: stop that process, or use PostgreSQL for"
                        + " several nodes.";
            case UNREACHABLE -> DatabaseUrl.SETTING + " is " + location + ", which accepts no connection: " + reason();
            case OTHER -> DatabaseUrl.SETTING + " is " + location + ", which cannot be used: " + reason();
        };
    }

    private static Kind kind(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (String.valueOf(failure.getMessage()).contains("no password was provided")) {
            return Kind.NO_PASSWORD;
        }
        return switch (state) {
            case "28P01", "28000" -> Kind.WRONG_PASSWORD;
            case "3D000" -> Kind.UNKNOWN_DATABASE;
            case "42501" -> Kind.MISSING_RIGHTS;
            case "90020" -> Kind.FILE_IN_USE;
            // The server is starting, stopping or has no free connection. A failure without a state is one of the
            // connection pool.
            case "57P01", "57P03", "53300", "null" -> Kind.UNREACHABLE;
            default -> state.startsWith("08") ? Kind.UNREACHABLE : Kind.OTHER;
        };
    }
}
