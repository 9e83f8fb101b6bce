package dev.signet.oidc;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import static dev.signet.support.Polling.await;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

/**
 * Tables with rows of clients: assertions, initial tokens, logout notices and requested claims are removed after their
 * expiry.
 */
@QuarkusTest
@TestProfile(BoundedClientTablesTest.ShortLifetimes.class)
@OnBothStacks
class BoundedClientTablesTest {

    /** Everything expires within seconds and is cleaned every second. */
    public static final class ShortLifetimes implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("signet.keys.clock-skew", "PT1S"),
                    Map.entry("signet.tokens.session-ttl", "PT5S"),
                    Map.entry("signet.database.clean-up-interval", "PT1S"),
                    Map.entry("signet.oidc.logout.attempts", "2"),
                    Map.entry("signet.accounts.password.memory-kib", "1024"),
                    Map.entry("signet.accounts.password.iterations", "1"));
        }
    }

    private static final List<String> TABLES = List.of("client_assertion", "registration_token", "logout_notice");
    private static final int ENOUGH = 20;
    // Only a table that is never cleaned up lets the load reach this limit.
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    AuthorizationCodes codes;

    @Inject
    DataSource database;

    private final ProofKey key = new ProofKey();

    @Test
    void rowCountsStayFlatUnderLoad() throws Exception {
        try (ClientServer rejecting = ClientServer.start()) {
            TestUser user = Signet.createUser();
            TestClient asserting = OAuth.machine(
                    "read",
                    Map.of(
                            "token_endpoint_auth_method",
                            "private_key_jwt",
                            "jwks",
                            Map.of("keys", List.of(key.jwk()))));
            TestClient listening = Login.client(Map.of("backchannel_logout_uri", rejecting.url("/nobody-hears-this")));
            AtomicInteger rounds = new AtomicInteger();
            // How many rows wait for the clean-up depends on the machine; their share of all rows ever inserted does
            // not.
            await().atMost(LIMIT)
                    .until(
                            () -> {
                                load(user, asserting, listening, rounds.getAndIncrement());
                                return counts();
                            },
                            underLoad -> rounds.get() >= ENOUGH
                                    && underLoad.values().stream().allMatch(rows -> rows < rounds.get() / 2));
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(counts().values())
                            .as(counts().toString())
                            .containsOnly(0L));
        }
    }

    private void load(TestUser user, TestClient asserting, TestClient listening, int round) {
        assertIdentity(asserting);
        asAdministrator(admin -> admin.body("{\"expires_in\": 3}").post("/admin/registration-tokens"))
                .then()
                .statusCode(201);
        Login login = Login.of(codes, listening, user, "openid");
        if (round % 2 == 0) {
            // On a busy machine the session may have expired and been removed: then it is not found.
            asAdministrator(admin -> admin.delete("/admin/sessions/" + login.sid()))
                    .then()
                    .statusCode(anyOf(is(204), is(404)));
        }
    }

    // Its session ends within seconds. On a busy machine this can happen between the verification of its token and the
    // call.
    private static Response asAdministrator(Function<RequestSpecification, Response> call) {
        return await().until(() -> call.apply(Signet.adminRequest()), response -> response.statusCode() != 401);
    }

    private void assertIdentity(TestClient client) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", client.id());
        claims.put("sub", client.id());
        claims.put("aud", ISSUER);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("exp", Instant.now().plusSeconds(4).getEpochSecond());
        tokenRequest()
                .clientCredentials()
                .assertion(key.sign(Map.of("alg", "ES256"), claims))
                .send()
                .then()
                .statusCode(200);
    }

    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }
}
