package dev.signet.database;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * PostgreSQL: what is prepared as one the driver sends as one, with one Sync behind the last statement and nothing to wait for
 * in between; and outside a transaction block the server makes one transaction of all that comes before a Sync
 * (PostgreSQL 15, section 55.2.4).
 */
final class PipelinedRoundTrip extends JdbcRoundTrip {

    private final String statements;

    PipelinedRoundTrip(DataSource dataSource, List<String> statements) {
        super(dataSource);
        this.statements = String.join(";\n", statements);
    }

    @Override
    <T> T run(Connection connection, List<?> parameters, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statements)) {
            bind(statement, parameters);
            boolean query = statement.execute();
            while (!query && statement.getUpdateCount() >= 0) {
                query = statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                return reader.read(rows);
            }
        }
    }
}
