package dev.signet.tokens;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.expiry.ExpiringTable;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Clean-up of the session and revocation tables, in batches. */
@QuarkusTest
@OnBothStacks
class TokenCleanUpTest {

    private static final int DUE = 2 * BatchedRemoval.ROWS + 3;
    private static final int NOT_DUE = 5;

    private final UUID owner = UUID.randomUUID();

    @Inject
    @Any
    Instance<ExpiringTable> tables;

    @Inject
    DataSource database;

    @BeforeEach
    void fill() throws SQLException {
        insertSessions(DUE, Instant.now().minus(Duration.ofDays(2)));
        insertSessions(NOT_DUE, Instant.now().plus(Duration.ofDays(1)));
        insertRevocations(DUE, Instant.now().minus(Duration.ofDays(2)));
        insertRevocations(NOT_DUE, Instant.now().plus(Duration.ofDays(1)));
    }

    @AfterEach
    void empty() throws SQLException {
        execute("delete from session where account_id = ?", owner);
        execute("delete from revocation where kind = 'jti' and identity like ?", owner + "%");
    }

    @Test
    void allDueRowsAreRemovedAndOthersStay() throws SQLException {
        Sweep.table("session");
        Sweep.table("revocation");

        assertThat(count("select count(*) from session where account_id = ?", owner))
                .isEqualTo(NOT_DUE);
        assertThat(count("select count(*) from revocation where identity like ?", owner + "%"))
                .isEqualTo(NOT_DUE);
    }

    @Test
    void oneStatementRemovesOneBatch() {
        ExpiringTable sessions = tables.stream()
                .filter(table -> table.tableName().equals("session"))
                .findFirst()
                .orElseThrow();

        int removed = QuarkusTransaction.requiringNew()
                .call(() -> sessions.removeExpired(Instant.now(), BatchedRemoval.ROWS));

        assertThat(removed).isEqualTo(BatchedRemoval.ROWS);
    }

    private void insertSessions(int rows, Instant removeAfter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into session (id, account_id, client_id, audience, scope,"
                                + " acr, amr, auth_time, address, created_at, last_used_at, idle_expires_at, expires_at,"
                                + " generation, current_hash, remove_after)"
                                + " values (?, ?, 'c', 'a', 's', '1', 'pwd', ?, '', ?, ?, ?, ?, 1, ?, ?)")) {
            Timestamp due = Timestamp.from(removeAfter);
            for (int row = 0; row < rows; row++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, owner);
                for (int time = 3; time <= 7; time++) {
                    insert.setTimestamp(time, due);
                }
                insert.setBytes(8, new byte[32]);
                insert.setTimestamp(9, due);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertRevocations(int rows, Instant expiresAt) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into revocation (kind, identity, revoked_at, expires_at) values ('jti', ?, ?, ?)")) {
            for (int row = 0; row < rows; row++) {
                insert.setString(1, owner + " " + expiresAt + " " + row);
                insert.setTimestamp(2, Timestamp.from(expiresAt));
                insert.setTimestamp(3, Timestamp.from(expiresAt));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void execute(String sql, Object parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            statement.executeUpdate();
        }
    }

    private int count(String sql, Object parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
