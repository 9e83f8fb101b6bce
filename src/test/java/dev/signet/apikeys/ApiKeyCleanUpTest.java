package dev.signet.apikeys;

import dev.signet.database.BatchedRemoval;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Removal of expired and revoked keys in any number; keys without expiry are kept. */
@QuarkusTest
@OnBothStacks
class ApiKeyCleanUpTest {

    private static final int DUE = BatchedRemoval.ROWS + 3;

    @Inject
    DataSource database;

    @Test
    void expiredKeysAreRemoved() throws Exception {
        UUID owner = UUID.randomUUID();
        for (int i = 0; i < DUE; i++) {
            insert(owner, Instant.now().minusSeconds(60));
        }
        insert(owner, Instant.now().plus(Duration.ofDays(1)));
        insert(owner, null);

        Sweep.table("api_key");

        assertThat(count("account_id", owner)).isEqualTo(2);
    }

    @Test
    void revokedKeysAreRemovedAfterCacheAge() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = ApiKey.of(tokens, Map.of());
        UUID id = UUID.fromString(key.id());
        Signet.bearer(tokens.access()).delete(ApiKey.PATH + "/" + key.id());

        Sweep.table("api_key");
        assertThat(count("id", id)).isEqualTo(1);
        Instant later = Instant.now().plus(Duration.ofHours(1)).plusSeconds(60);
        Sweep.table("api_key", later);

        assertThat(count("id", id)).isZero();
    }

    private void insert(UUID owner, Instant removeAfter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into api_key (id, account_id, name, prefix,"
                                + " scope, audience, roles, secret_hash, session_id, created_at, issued_at, remove_after, version)"
                                + " values (?, ?, 'n', 'sgk_', '', 'a', '', ?, ?, ?, ?, ?, 0)")) {
            UUID id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setObject(2, owner);
            insert.setBytes(3, id.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            insert.setObject(4, id);
            insert.setTimestamp(5, Timestamp.from(Instant.now()));
            insert.setTimestamp(6, Timestamp.from(Instant.now()));
            insert.setTimestamp(7, removeAfter == null ? null : Timestamp.from(removeAfter));
            insert.executeUpdate();
        }
    }

    private int count(String column, UUID value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from api_key where " + column + " = ?")) {
            query.setObject(1, value);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
