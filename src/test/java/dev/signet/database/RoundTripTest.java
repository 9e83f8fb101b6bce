package dev.signet.database;

import dev.signet.support.database.TestPostgresql;
import jakarta.persistence.PersistenceException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

import javax.sql.DataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Several statements in one transaction. Runs on H2 and PostgreSQL, regardless of the configured database. */
class RoundTripTest {

    private static final JdbcDataSource H2 = new JdbcDataSource();
    private static final String COUNT = "select count(*) from tally";

    private static PGSimpleDataSource postgresql;

    record Database(String name, DataSource dataSource, boolean pipelined) {

        RoundTrip<List<?>> of(String... statements) {
            return roundTrips(dataSource, pipelined, statements);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        H2.setURL("jdbc:h2:mem:roundtrip;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        postgresql = TestPostgresql.create().dataSource();
        postgresql.setSocketFactory(CountingSockets.class.getName());
    }

    static List<Database> databases() {
        return List.of(new Database("H2", H2, false), new Database("PostgreSQL", postgresql, true));
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        for (Database database : databases()) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists tally");
                statement.execute("create table tally (id uuid primary key, n integer not null, note varchar(50),"
                        + " hash bytea, at timestamp with time zone)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void statementsSeeTheChangesOfEarlierStatements(Database database) {
        RoundTrip<List<?>> trip = database.of(
                "insert into tally (id, n, note, hash, at) values (?, ?, ?, ?, ?)",
                "update tally set n = n + ? where id = ?",
                "select n, note, hash, at from tally where id = ?");
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2030-01-01T00:00:00.123456Z");

        List<Object> row = trip.run(List.of(id, 40, "a note", new byte[] {1, 2}, at, 2, id, id), rows -> {
            rows.next();
            return List.of(
                    rows.getInt(1),
                    rows.getString(2),
                    rows.getBytes(3),
                    rows.getObject(4, OffsetDateTime.class).toInstant());
        });

        assertThat(row).containsExactly(42, "a note", new byte[] {1, 2}, at);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void failedStatementRollsBackEarlierStatements(Database database) throws SQLException {
        RoundTrip<List<?>> trip = database.of(
                "insert into tally (id, n) values (?, 1)", "insert into tally (id, n) values (?, 2)", COUNT);
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> trip.run(List.of(id, id), RoundTripTest::number))
                .isInstanceOf(PersistenceException.class)
                .matches(UniqueViolation::isCauseOf);

        assertThat(rowsOf(database)).isZero();
        assertThat(trip.run(List.of(id, UUID.randomUUID()), RoundTripTest::number))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void failingReaderLeavesTheConnectionUsable(Database database) {
        RoundTrip<List<?>> trip = database.of("insert into tally (id, n) values (?, 1)", COUNT);

        assertThatThrownBy(() -> trip.run(List.of(UUID.randomUUID()), rows -> {
                    throw new IllegalStateException("of the reader's own");
                }))
                .hasMessage("of the reader's own");

        assertThat(trip.run(List.of(UUID.randomUUID()), RoundTripTest::number)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void roundTripWithinATransactionIsRejected(Database database) {
        DataSource inTransaction = source(() -> {
            Connection connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            return connection;
        });
        RoundTrip<List<?>> trip = roundTrips(inTransaction, database.pipelined(), COUNT);

        assertThatThrownBy(() -> trip.run(List.of(), RoundTripTest::number)).isInstanceOf(IllegalStateException.class);
    }

    /** Repeats the call, because from the fifth use on the driver uses named statements and knows their columns. */
    @Test
    void postgresqlUsesOneRoundTripAndOneTransaction() throws SQLException {
        try (Connection connection = postgresql.getConnection()) {
            RoundTrip<List<?>> trip = roundTrips(
                    source(() -> unclosed(connection)),
                    true,
                    "insert into tally (id, n, note) values (?, 1, cast(txid_current() as varchar))",
                    "update tally set note = note || ' ' || cast(txid_current() as varchar) where id = ?",
                    "select note, cast(txid_current() as varchar) from tally where id = ?");
            List<Integer> roundTrips = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                UUID id = UUID.randomUUID();
                int before = CountingSockets.roundTrips();

                List<String> transactions = trip.run(List.of(id, id, id), rows -> {
                    rows.next();
                    return List.of(rows.getString(1), rows.getString(2));
                });

                roundTrips.add(CountingSockets.roundTrips() - before);
                assertThat(transactions.get(0)).isEqualTo(transactions.get(1) + " " + transactions.get(1));
            }
            assertThat(roundTrips).hasSize(20).containsOnly(1);
            assertThat(preparedStatements(connection)).isEqualTo(3);
        }
    }

    // Each question mark stands for the next value of the list.
    private static RoundTrip<List<?>> roundTrips(DataSource dataSource, boolean pipelined, String... statements) {
        List<SqlStatement<List<?>>> composed = new ArrayList<>();
        int next = 0;
        for (String text : statements) {
            String[] parts = text.split("\\?", -1);
            SqlStatement<List<?>> statement = SqlStatement.of("");
            for (int i = 0; i < parts.length - 1; i++) {
                int index = next++;
                statement = statement.append(parts[i], values -> values.get(index));
            }
            composed.add(statement.append(parts[parts.length - 1]));
        }
        return new RoundTrips(dataSource, pipelined).of(composed);
    }

    private static DataSource source(Callable<Connection> connections) {
        return (DataSource) Proxy.newProxyInstance(
                RoundTripTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connections.call());
    }

    // Returns a connection that ignores close, like a connection of a pool.
    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                RoundTripTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    private static int preparedStatements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_prepared_statements where statement like '%tally%'")) {
            return number(rows);
        }
    }

    private static int rowsOf(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COUNT)) {
            return number(rows);
        }
    }

    private static int number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getInt(1);
    }
}
