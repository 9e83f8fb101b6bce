package dev.signet.oidc.logout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oidc.Login;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.server.ClientServer;
import dev.signet.support.server.ClientServer.Received;
import dev.signet.tokens.session.BrowserSessionEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static dev.signet.support.Polling.await;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Notification of clients about the end of their sessions. */
@QuarkusTest
@OnBothStacks
class BackchannelLogoutTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Inject
    AuthorizationCodes codes;

    @Inject
    Event<BrowserSessionEnded> browserSessionEnded;

    @Inject
    DataSource database;

    private ClientServer server;

    @BeforeEach
    void start() throws IOException {
        server = ClientServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void logoutTokenNamesEndedSession() throws Exception {
        String path = path(200);
        TestClient client = listening(path);
        TestUser user = Signet.createUser();
        Login login = Login.of(codes, client, user, "openid");

        end(login);

        Received received = received(path);
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.contentType()).isEqualTo("application/x-www-form-urlencoded");
        JwtClaims claims = verified(received, client);
        assertThat(claims.getSubject()).isEqualTo(user.id());
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(login.sid());
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isLessThanOrEqualTo(120);
        JsonNode token = OAuth.claims(token(received));
        assertThat(token.at("/events").has(EVENT)).isTrue();
        assertThat(token.at("/events").get(EVENT).isEmpty()).isTrue();
        assertThat(token.has("nonce")).isFalse();
    }

    @Test
    void logoutTokenIsRejectedElsewhere() throws Exception {
        String path = path(200);
        TestClient client = listening(path);
        end(Login.of(codes, client, Signet.createUser(), "openid"));

        String token = token(received(path));

        assertThat(Signet.verify(token).<Boolean>path("active")).isFalse();
        Signet.bearer(token).get("/oauth2/userinfo").then().statusCode(401);
    }

    @Test
    void pairwiseClientReceivesPairwiseSubject() throws Exception {
        String path = path(200);
        TestClient client =
                Login.client(Map.of("backchannel_logout_uri", server.url(path), "subject_type", "pairwise"));
        Login login = Login.of(codes, client, Signet.createUser(), "openid");

        end(login);

        assertThat(verified(received(path), client).getSubject())
                .isEqualTo(login.idClaims().get("sub").asText());
    }

    @Test
    void browserLogoutNotifiesEveryClient() throws Exception {
        String path = path(200);
        TestUser user = Signet.createUser();
        UUID browser = UUID.randomUUID();
        TestClient first = listening(path);
        TestClient second = listening(path);
        Login online = Login.of(codes, first, user, "openid", browser, null);
        Login offline = Login.of(codes, second, user, "openid offline_access", browser, null);

        QuarkusTransaction.requiringNew()
                .run(() -> browserSessionEnded.fire(new BrowserSessionEnded(browser, UUID.fromString(user.id()))));

        Set<String> notifiedSessions = new HashSet<>();
        notifiedSessions.add(OAuth.claims(token(received(path))).get("sid").asText());
        notifiedSessions.add(OAuth.claims(token(received(path))).get("sid").asText());
        assertThat(notifiedSessions).containsExactlyInAnyOrder(online.sid(), offline.sid());
        assertNoNoticesFor(first);
        assertNoNoticesFor(second);
        assertThat(Signet.verify(online.access()).<Boolean>path("active")).isFalse();
        assertThat(Signet.verify(offline.access()).<Boolean>path("active")).isTrue();
    }

    @Test
    void disabledAccountNotifiesClients() throws Exception {
        String path = path(200);
        TestUser user = Signet.createUser();
        Login login = Login.of(codes, listening(path), user, "openid");

        Signet.adminRequest().body(Map.of("enabled", false)).patch("/admin/accounts/" + user.id());

        assertThat(OAuth.claims(token(received(path))).get("sid").asText()).isEqualTo(login.sid());
    }

    @Test
    void failedDeliveryIsRetriedWithSameTokenId() throws Exception {
        String path = path(503);
        end(Login.of(codes, listening(path), Signet.createUser(), "openid"));

        String first = token(received(path));
        server.respondWith(path, 200, "");
        String second = token(received(path));

        assertThat(OAuth.claims(second).get("jti"))
                .isEqualTo(OAuth.claims(first).get("jti"));
    }

    @Test
    void rejectedLogoutTokenIsNotSentAgain() throws Exception {
        String path = path(400);
        TestClient client = listening(path);
        end(Login.of(codes, client, Signet.createUser(), "openid"));

        received(path);

        assertNoNoticesFor(client);
    }

    @Test
    void revocationByClientSendsNoNotice() throws Exception {
        TestClient client = listening(path(200));
        Login login = Login.of(codes, client, Signet.createUser(), "openid offline_access");

        revocationRequest(client, login.response().path("refresh_token"))
                .send()
                .then()
                .statusCode(200);

        assertThat(noticesFor(client)).isZero();
    }

    @Test
    void internalLogoutUriIsRejected() {
        for (String inside : List.of(
                "https://127.0.0.1/logout",
                "https://[::1]/logout",
                "https://10.0.0.1:8443/logout",
                "https://[64:ff9b::7f00:1]/logout",
                "https://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:9000/q/health")) {
            TestClient.tryRegister(Map.of(
                            "redirect_uris", List.of("https://web.example/cb"), "backchannel_logout_uri", inside))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("backchannel_logout_uri"));
        }
    }

    @Test
    void failingClientDoesNotDelayOthers() throws Exception {
        assertNotifiedDespite(List.of(clientWithNotices(path(503), 300)));
    }

    @Test
    void slowClientsDoNotDelayOthers() throws Exception {
        List<TestClient> slow = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String path = path(200);
            server.respondLate(path, 200, Duration.ofSeconds(3));
            slow.add(clientWithNotices(path, 64));
        }
        assertNotifiedDespite(slow);
    }

    private void assertNotifiedDespite(List<TestClient> others) throws Exception {
        try {
            String path = path(200);
            Login login = Login.of(codes, listening(path), Signet.createUser(), "openid");

            end(login);

            assertThat(OAuth.claims(token(received(path))).get("sid").asText()).isEqualTo(login.sid());
        } finally {
            for (TestClient other : others) {
                deleteNotices(other);
            }
        }
    }

    private TestClient clientWithNotices(String path, int notices) throws SQLException {
        TestClient client = listening(path);
        for (int i = 0; i < notices; i++) {
            insertNotice(client);
        }
        return client;
    }

    private void insertNotice(TestClient client) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into logout_notice (id, client_id, account_id, session_id, attempts, next_attempt_at)"
                                + " values (?, ?, ?, ?, 0, current_timestamp - interval '1' hour)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, client.id());
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    private void deleteNotices(TestClient client) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from logout_notice where client_id = ?")) {
            delete.setString(1, client.id());
            delete.executeUpdate();
        }
    }

    private void assertNoNoticesFor(TestClient client) throws Exception {
        await().untilAsserted(() -> assertThat(noticesFor(client)).isZero());
    }

    private long noticesFor(TestClient client) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from logout_notice where client_id = ?")) {
            count.setString(1, client.id());
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    // Each test has its own path, because deliveries of another test may still be pending.
    private String path(int status) {
        String path = "/logout/" + UUID.randomUUID();
        server.respondWith(path, status, "");
        return path;
    }

    private TestClient listening(String path) {
        return Login.client(Map.of("backchannel_logout_uri", server.url(path)));
    }

    private Received received(String path) {
        return server.next(path);
    }

    private static void end(Login login) {
        Signet.adminRequest().delete("/admin/sessions/" + login.sid()).then().statusCode(204);
    }

    private static String token(Received received) {
        assertThat(received.body()).startsWith("logout_token=");
        return received.body().substring("logout_token=".length());
    }

    private static JwtClaims verified(Received received, TestClient client) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                        new JsonWebKeySet(given().get("/.well-known/jwks.json").asString()).getJsonWebKeys()))
                .setExpectedType(true, "logout+jwt")
                .setExpectedIssuer(
                        given().get("/.well-known/openid-configuration").<String>path("issuer"))
                .setExpectedAudience(client.id())
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build()
                .processToClaims(token(received));
    }
}
