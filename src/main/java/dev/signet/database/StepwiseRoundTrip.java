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
final class StepwiseRoundTrip<R> extends JdbcRoundTrip<R> {

    private final List<SqlStatement<R>> changes;
    private final SqlStatement<R> query;

    StepwiseRoundTrip(DataSource dataSource, List<SqlStatement<R>> statements) {
        super(dataSource);
        this.changes = statements.subList(0, statements.size() - 1);
        this.query = statements.get(statements.size() - 1);
    }

    @Override
    <T> T run(Connection connection, R request, RowReader<T> reader) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = steps(connection, request, reader);
            connection.commit();
            return result;
        } finally {
            // After a successful commit there is nothing to roll back.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private <T> T steps(Connection connection, R request, RowReader<T> reader) throws SQLException {
        for (SqlStatement<R> change : changes) {
            try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
                bind(statement, change.values(request));
                statement.executeUpdate();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            bind(statement, query.values(request));
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }
}
