package dev.signet.database;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A round trip on H2, which accepts one statement at a time and runs in the same process: one statement after the other
 * in a transaction.
 */
final class StepwiseRoundTrip extends JdbcRoundTrip {

    private final List<String> changes;
    private final String query;

    StepwiseRoundTrip(DataSource dataSource, List<String> statements) {
        super(dataSource);
        this.changes = statements.subList(0, statements.size() - 1);
        this.query = statements.get(statements.size() - 1);
    }

    @Override
    <T> T run(Connection connection, List<?> parameters, RowReader<T> reader) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = steps(connection, parameters, reader);
            connection.commit();
            return result;
        } finally {
            // After a successful commit there is nothing to roll back.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private <T> T steps(Connection connection, List<?> parameters, RowReader<T> reader) throws SQLException {
        int used = 0;
        for (String change : changes) {
            int next = used + parameterCount(change);
            try (PreparedStatement statement = connection.prepareStatement(change)) {
                bind(statement, parameters.subList(used, next));
                statement.executeUpdate();
            }
            used = next;
        }
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, parameters.subList(used, parameters.size()));
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    private static int parameterCount(String sql) {
        return (int) sql.chars().filter(c -> c == '?').count();
    }
}
