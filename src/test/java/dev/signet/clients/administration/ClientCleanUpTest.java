package dev.signet.clients.administration;

import dev.signet.clients.Clients;
import dev.signet.clients.registry.ClientUsage;
import dev.signet.database.BatchedRemoval;
import dev.signet.database.expiry.ExpiringTable;
import dev.signet.support.accounts.Signet;
import dev.signet.support.database.Sweep;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

/** Clean-up of the tables of this package. */
@QuarkusTest
@OnBothStacks
class ClientCleanUpTest {

    private static final String APP = "{\"redirect_uris\": [\"https://notes.example/cb\"]}";

    @Inject
    Clients clients;

    @Inject
    ClientUsage usage;

    @Inject
    DataSource database;

    @Inject
    @All
    List<ExpiringTable> tables;

    @Test
    void unusedSelfRegisteredClientIsRemoved() throws SQLException {
        String unused = registered();
        String young = registered();
        String used = registered();
        String once = registered();
        String byAdministrator = TestClient.register(Map.of("redirect_uris", List.of("https://a.example/")))
                .id();
        for (String id : List.of(unused, used, once, byAdministrator)) {
            change("update client set created_at = created_at - interval '91' day where client_id = ?", id);
        }
        change("update client set created_at = created_at - interval '89' day where client_id = ?", young);
        usage.record(clients.find(used).orElseThrow());
        usage.record(clients.find(once).orElseThrow());
        Sweep.table("client");
        assertThat(exists(unused)).isFalse();

        change("update client set last_used_at = last_used_at - interval '91' day where client_id = ?", once);
        Sweep.table("client");

        assertThat(exists(young)).isTrue();
        assertThat(exists(used)).isTrue();
        assertThat(exists(once)).isFalse();
        assertThat(exists(byAdministrator)).isTrue();
        assertThat(clients.find(unused)).isEmpty();
        Signet.adminRequest()
                .get("/admin/events?limit=200")
                .then()
                .body(
                        "items.findAll { it.type == 'client.deleted' && it.detail.by == 'clean-up' }.subject",
                        hasItem(unused));
    }

    @Test
    void oneBatchRemovesOneUnusedClientInItsOwnTransaction() throws SQLException {
        List<String> unused = List.of(registered(), registered());
        for (String id : unused) {
            change("update client set created_at = created_at - interval '91' day where client_id = ?", id);
        }
        ExpiringTable table = tables.stream()
                .filter(expiring -> expiring.tableName().equals("client"))
                .findFirst()
                .orElseThrow();

        int removed =
                QuarkusTransaction.requiringNew().call(() -> table.removeExpired(Instant.now(), BatchedRemoval.ROWS));

        assertThat(removed).isEqualTo(1);
        assertThat(unused.stream().filter(this::isRegistered)).hasSize(1);
        assertThat(table.maxBatches()).isEqualTo(20);
        Sweep.table("client");
    }

    @Test
    void usageIsStoredOncePerDay() throws SQLException {
        String id = registered();
        Signet.adminRequest()
                .body(Map.of("grant_types", List.of("client_credentials"), "scope", "read"))
                .patch("/admin/clients/" + id)
                .then()
                .statusCode(200);
        String secret = Signet.adminRequest()
                .post("/admin/clients/" + id + "/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("client_secret");
        TestClient client = new TestClient(id, secret);
        Sweep.table("client");
        assertThat(lastUsed(id)).isNull();

        tokenRequest(client).clientCredentials().accessToken();
        Sweep.table("client");
        Object first = lastUsed(id);
        assertThat(first).isNotNull();

        tokenRequest(client).clientCredentials().accessToken();
        Sweep.table("client");
        assertThat(lastUsed(id)).isEqualTo(first);

        change("update client set last_used_at = last_used_at - interval '2' day where client_id = ?", id);
        tokenRequest(client).clientCredentials().accessToken();
        Sweep.table("client");
        assertThat(lastUsed(id)).isNotEqualTo(first).isNotNull();
    }

    @Test
    void expiredInitialTokensAreRemoved() throws SQLException {
        String old = initialToken("id");
        String live = initialToken("id");
        UUID oldId = UUID.fromString(old);
        change("update registration_token set expires_at = expires_at - interval '2' day where id = ?", oldId);

        Sweep.table("registration_token");

        assertThat(count("select count(*) from registration_token where id = ?", oldId))
                .isZero();
        assertThat(count("select count(*) from registration_token where id = ?", UUID.fromString(live)))
                .isEqualTo(1);
    }

    @Test
    void expiredFormerSecretsAreRemoved() throws SQLException {
        TestClient client = OAuth.machine("read");
        Signet.adminRequest()
                .body("{\"former_secret_ttl\": 3600}")
                .post("/admin/clients/" + client.id() + "/secrets")
                .then()
                .statusCode(201);
        String secrets = "select count(*) from client_secret where client_id = ?";
        Sweep.table("client_secret");
        assertThat(count(secrets, client.id())).isEqualTo(2);

        change("update client_secret set expires_at = expires_at - interval '2' hour where client_id = ?", client.id());
        Sweep.table("client_secret");

        assertThat(count(secrets, client.id())).isEqualTo(1);
    }

    private static String registered() {
        return Signet.bearer(initialToken("registration_token"))
                .contentType(ContentType.JSON)
                .body(APP)
                .post("/oauth2/register")
                .then()
                .statusCode(201)
                .extract()
                .path("client_id");
    }

    private static String initialToken(String member) {
        return Signet.adminRequest()
                .post("/admin/registration-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path(member);
    }

    private boolean isRegistered(String id) {
        return clients.find(id).isPresent();
    }

    private boolean exists(String id) throws SQLException {
        return count("select count(*) from client where client_id = ?", id) == 1;
    }

    private Object lastUsed(String id) throws SQLException {
        return query("select last_used_at from client where client_id = ?", id);
    }

    private long count(String query, Object id) throws SQLException {
        return ((Number) query(query, id)).longValue();
    }

    private Object query(String text, Object id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(text)) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1);
            }
        }
    }

    private void change(String text, Object id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(text)) {
            update.setObject(1, id);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
