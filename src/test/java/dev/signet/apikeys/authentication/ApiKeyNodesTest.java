package dev.signet.apikeys.authentication;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.tokens.bearer.AlternativeBearerCredential;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes by one node reach another node at its next refresh: two caches on one database. */
@QuarkusTest
@OnBothStacks
class ApiKeyNodesTest {

    @Inject
    ApiKeyVersion version;

    @Inject
    ApiKeyClaims claims;

    @Inject
    ApiKeyUsage usage;

    @Inject
    StoredApiKeys stored;

    @Inject
    ApiKeyAuthenticationConfig config;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private ApiKeys another;

    @BeforeEach
    void start() {
        another = new ApiKeys(version, claims, usage, stored, config, clock);
        another.refresh();
    }

    @Test
    void revocationReachesAnotherNode() {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = known(ApiKey.of(tokens, Map.of()));

        Signet.bearer(tokens.access()).delete(ApiKey.PATH + "/" + key.id());
        assertThat(another.findCached(key.value())).as("not asked yet").isPresent();
        another.refresh();

        assertRejected(key);
    }

    @Test
    void rotationReachesAnotherNode() {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = known(ApiKey.of(tokens, Map.of()));

        ApiKey next = key.rotated(tokens, Map.of("former_key_ttl", 0));
        another.refresh();

        assertRejected(key);
        known(next);
    }

    @Test
    void disabledOwnerReachesAnotherNode() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        ApiKey first = known(ApiKey.of(tokens, Map.of()));
        ApiKey second = known(ApiKey.of(tokens, Map.of()));
        ApiKey foreign = known(ApiKey.of(Signet.createUser()));

        Signet.adminRequest().body(Map.of("enabled", false)).patch("/admin/accounts/" + user.id());
        another.refresh();

        assertRejected(first);
        assertRejected(second);
        assertThat(another.findCached(foreign.value())).isPresent();
    }

    @Test
    void deletedOwnerReachesAnotherNode() {
        TestUser user = Signet.createUser();
        ApiKey key = known(ApiKey.of(user));

        Signet.adminRequest().delete("/admin/accounts/" + user.id()).then().statusCode(204);
        another.refresh();

        assertRejected(key);
    }

    @Test
    void removedRoleReachesAnotherNode() {
        TestUser user = Signet.createUser("reader", "writer");
        ApiKey key = known(ApiKey.of(user, "reader", "writer"));

        Signet.adminRequest()
                .contentType(ContentType.JSON)
                .body(List.of("reader"))
                .put("/admin/accounts/" + user.id() + "/roles");
        another.refresh();

        assertThat(another.find(key.value())
                        .map(AlternativeBearerCredential::claims)
                        .orElseThrow()
                        .strings("groups"))
                .containsExactly("reader");
    }

    @Test
    void useIsStoredOnceAMinuteAcrossNodes() throws Exception {
        ApiKey key = ApiKey.of(Signet.createUser());
        UUID id = UUID.fromString(key.id());
        known(key);
        another.refresh();
        Object first = column("last_used_at", id);
        assertThat(first).isNotNull();

        ApiKeys third = new ApiKeys(version, claims, new ApiKeyUsage(stored), stored, config, clock);
        assertThat(third.find(key.value())).isPresent();
        usage.record(id);
        usage.write();

        assertThat(column("last_used_at", id)).isEqualTo(first);
    }

    @Test
    void keysAreNotStoredInPlainText() throws Exception {
        ApiKey key = ApiKey.of(Signet.createUser());
        String random = key.value().substring(key.value().length() - 39);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from api_key where id = ?")) {
            query.setObject(1, UUID.fromString(key.id()));
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    Object value = rows.getObject(column);
                    String text = value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
                    assertThat(text).doesNotContain(random);
                }
            }
        }
    }

    private ApiKey known(ApiKey key) {
        assertThat(another.find(key.value())).isPresent();
        assertThat(another.findCached(key.value())).isPresent();
        return key;
    }

    private void assertRejected(ApiKey key) {
        assertThat(another.findCached(key.value())).isEmpty();
        assertThat(another.find(key.value())).isEmpty();
    }

    private Object column(String name, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + name + " from api_key where id = ?")) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getObject(1);
            }
        }
    }
}
