package dev.signet.database;

import jakarta.persistence.PersistenceException;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The common part of round trips on both databases: gets a connection outside a transaction and binds the parameters.
 */
abstract class JdbcRoundTrip<R> implements RoundTrip<R> {

    private final DataSource dataSource;

    JdbcRoundTrip(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public final <T> T run(R request, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("a round trip needs its own transaction");
            }
            return run(connection, request, reader);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    abstract <T> T run(Connection connection, R request, RowReader<T> reader) throws SQLException;

    // Binds each parameter with its type: the PostgreSQL driver would request the type of an untyped parameter from the
    // server first.
    static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        int index = 0;
        for (Object parameter : parameters) {
            index++;
            if (parameter instanceof String text) {
                statement.setString(index, text);
            } else if (parameter instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else if (parameter instanceof Integer number) {
                statement.setInt(index, number);
            } else if (parameter instanceof Long number) {
                statement.setLong(index, number);
            } else if (parameter instanceof UUID id) {
                statement.setObject(index, id);
            } else if (parameter instanceof Instant time) {
                statement.setObject(index, time.atOffset(ZoneOffset.UTC));
            } else {
                throw new IllegalArgumentException("unsupported parameter type: " + parameter.getClass());
            }
        }
    }
}
