package dev.signet.database;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A round trip on PostgreSQL. The driver sends statements that were prepared together in one message sequence with a
 * single Sync at the end, without waiting in between. Outside a transaction block the server executes everything before
 * a Sync as one transaction (PostgreSQL 15, §55.2.4).
 */
final class PipelinedRoundTrip<R> extends JdbcRoundTrip<R> {

    private final SqlStatement<R> joined;

    PipelinedRoundTrip(DataSource dataSource, List<SqlStatement<R>> statements) {
        super(dataSource);
        this.joined = statements.stream()
                .reduce((first, next) -> first.append(";\n").append(next))
                .orElseThrow();
    }

    @Override
    <T> T run(Connection connection, R request, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(joined.sql())) {
            bind(statement, joined.values(request));
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
