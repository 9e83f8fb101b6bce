package dev.signet.oauth;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.deviceRequest;
import static dev.signet.support.oauth.OAuth.parRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

/**
 * Limits that keep requests with the id of a public client from filling a table. Every visitor of the client's web site
 * can read that id.
 */
@QuarkusTest
@TestProfile(PublicClientLimitTest.LowLimits.class)
@OnBothStacks
class PublicClientLimitTest {

    private static final int LIMIT = 5;

    /** A limit that a test can reach, and no clean-up that changes the counted rows. */
    public static final class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "signet.throttle.public-requests-per-minute",
                    Integer.toString(LIMIT),
                    "signet.throttle.pages-per-minute",
                    Integer.toString(LIMIT),
                    "signet.database.clean-up-interval",
                    "PT1H");
        }
    }

    @Inject
    AuthorizationCodes codes;

    @Inject
    DataSource database;

    @BeforeEach
    void clearCounts() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from attempt_counter");
        }
    }

    @Test
    void pushedRequestsAreLimited() throws SQLException {
        App app = App.registered(Map.of("token_endpoint_auth_method", "none"));

        assertLimitReached(201, null, () -> push(app));

        assertThat(rows("pushed_request", app.client())).isEqualTo(LIMIT);
    }

    @Test
    void deviceCodeRequestsAreRateLimited() throws SQLException {
        TestClient television = television(Map.of("token_endpoint_auth_method", "none"));

        assertLimitReached(200, null, () -> deviceRequest(television, "openid").send());

        assertThat(rows("device_grant", television)).isEqualTo(LIMIT);
    }

    @Test
    void proofsOfFailedTokenRequestsAreLimited() throws SQLException {
        TestClient client =
                App.registered(Map.of("token_endpoint_auth_method", "none")).client();
        ProofKey key = new ProofKey();
        int before = rows("dpop_proof");

        assertLimitReached(400, "invalid_grant", () -> redeem(client, key, "unknown"));

        assertThat(rows("dpop_proof") - before).isEqualTo(LIMIT);
    }

    @Test
    void proofsOfPushedRequestsAreLimited() throws SQLException {
        App app = App.registered(Map.of("token_endpoint_auth_method", "none"));
        ProofKey key = new ProofKey();
        int before = rows("dpop_proof");

        for (int i = 0; i < 3 * LIMIT; i++) {
            parRequest().proof(key).with(app.request()).send();
        }

        assertThat(rows("dpop_proof") - before).isEqualTo(LIMIT);
    }

    @Test
    void pushedRequestsOfSelfRegisteredClientAreLimited() throws SQLException {
        App app = new App(selfRegistered());

        assertLimitReached(201, null, () -> pushWithSecret(app));

        assertThat(rows("pushed_request", app.client())).isEqualTo(LIMIT);
    }

    @Test
    void deviceCodesOfSelfRegisteredClientAreLimited() throws SQLException {
        TestClient television = selfRegistered();

        assertLimitReached(200, null, () -> deviceRequest(television, "openid").send());

        assertThat(rows("device_grant", television)).isEqualTo(LIMIT);
    }

    @Test
    void proofsOfSelfRegisteredClientAreLimited() throws SQLException {
        TestClient client = selfRegistered();
        ProofKey key = new ProofKey();
        int before = rows("dpop_proof");

        assertLimitReached(400, "invalid_grant", () -> redeem(client, key, "unknown"));

        assertThat(rows("dpop_proof") - before).isEqualTo(LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth2/token, 400",
        "/oauth2/par, 400",
        "/oauth2/device_authorization, 200",
        "/oauth2/introspect, 200",
        "/oauth2/revoke, 200"
    })
    void assertionsOfSelfRegisteredClientAreLimited(String path, int status) throws SQLException {
        ProofKey key = new ProofKey();
        TestClient client = selfRegistered(key);
        int before = rows("client_assertion");

        for (int i = 0; i < LIMIT; i++) {
            authenticateAt(path, client, key).then().statusCode(status);
        }
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertRateLimited(authenticateAt(path, client, key));
        }

        assertThat(rows("client_assertion") - before).isEqualTo(LIMIT);
    }

    @Test
    void pushedRequestWithAssertionIsCountedOnce() {
        ProofKey key = new ProofKey();
        App app = new App(selfRegistered(key));

        for (int i = 0; i < LIMIT; i++) {
            parRequest()
                    .assertion(assertion(app.client(), key))
                    .with(app.request())
                    .send()
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void assertionsOfSuccessfulTokenRequestsAreNotCounted() {
        ProofKey key = new ProofKey();
        TestClient client = selfRegistered(key);
        TestUser user = Signet.createUser();

        for (int i = 0; i < 2 * LIMIT; i++) {
            IssuedCode.builder(client, user, "openid")
                    .audience(List.of(ISSUER + "/oauth2/userinfo"))
                    .issue(codes)
                    .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                    .with("client_assertion", assertion(client, key))
                    .redeem()
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void selfRegisteredFirstPartyClientIsNotLimited() {
        ProofKey key = new ProofKey();
        App app = new App(selfRegistered(key));
        Signet.adminRequest()
                .body(Map.of("first_party", true))
                .patch("/admin/clients/" + app.client().id())
                .then()
                .statusCode(200);

        for (int i = 0; i < 2 * LIMIT; i++) {
            parRequest()
                    .assertion(assertion(app.client(), key))
                    .with(app.request())
                    .send()
                    .then()
                    .statusCode(201);
            OAuth.request("/oauth2/device_authorization")
                    .assertion(assertion(app.client(), key))
                    .scope("openid")
                    .send()
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void deviceThatPollsAtItsIntervalIsNotCounted() {
        TestClient television = television(Map.of("token_endpoint_auth_method", "none"));
        ProofKey key = new ProofKey();
        String deviceCode = deviceRequest(television, "openid").send().path("device_code");

        assertOAuthError(poll(television, key, deviceCode), 400, "authorization_pending");

        for (int i = 1; i < LIMIT; i++) {
            deviceRequest(television, "openid").send().then().statusCode(200);
        }
        assertRateLimited(deviceRequest(television, "openid").send());
    }

    @Test
    void proofsOfDeviceThatPollsTooFastAreLimited() throws SQLException {
        TestClient television = television(Map.of("token_endpoint_auth_method", "none"));
        ProofKey key = new ProofKey();
        String deviceCode = deviceRequest(television, "openid").send().path("device_code");
        int before = rows("dpop_proof");

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3 * LIMIT; i++) {
            statuses.add(poll(television, key, deviceCode).statusCode());
        }
        assertThat(statuses.subList(0, LIMIT)).containsOnly(400);
        assertThat(statuses.subList(LIMIT, 3 * LIMIT)).containsOnly(429);

        assertThat(rows("dpop_proof") - before).isLessThanOrEqualTo(LIMIT);
        assertRateLimited(poll(television, key, deviceCode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/device", "/oauth2/authorize"})
    void pagesWithoutSessionAreLimited(String path) throws SQLException {
        Map<String, String> query =
                path.equals("/device") ? Map.of() : App.registered().request();
        int before = rows("authorization_transaction");

        for (int i = 0; i < LIMIT; i++) {
            given().accept("text/html").queryParams(query).get(path).then().statusCode(200);
        }
        for (int i = 0; i < 3 * LIMIT; i++) {
            given().accept("text/html")
                    .queryParams(query)
                    .get(path)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue());
        }

        assertThat(rows("authorization_transaction") - before).isEqualTo(LIMIT);
    }

    @Test
    void accountSignInPagesOfSignedInUserAreLimited() throws SQLException {
        String path = "/account/sign-in";
        TestUser user = Signet.createUser();
        Browser browser = new Browser();
        browser.signIn(browser.open(path, Map.of()), user.username(), Signet.PASSWORD);
        clearCounts();
        int before = rows("authorization_transaction");

        for (int i = 0; i < LIMIT; i++) {
            assertThat(browser.open(path, Map.of()).response().statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertThat(browser.open(path, Map.of()).response().statusCode()).isEqualTo(429);
        }

        assertThat(rows("authorization_transaction") - before).isEqualTo(LIMIT);
    }

    @Test
    void invalidPushedRequestsAreNotCounted() {
        App app = App.registered(Map.of("token_endpoint_auth_method", "none"));

        for (int i = 0; i < 2 * LIMIT; i++) {
            parRequest().with(app.request("scope", "unheard-of")).send().then().statusCode(400);
        }

        push(app).then().statusCode(201);
    }

    @Test
    void confidentialClientsAreNotCounted() {
        TestClient television = television(Map.of());

        for (int i = 0; i < 2 * LIMIT; i++) {
            deviceRequest(television, "openid").send().then().statusCode(200);
        }
    }

    private static TestClient television(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(
                Map.of("client_name", "television", "grant_types", List.of(OAuth.DEVICE_CODE), "scope", "openid"));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }

    private static void assertLimitReached(int status, @Nullable String error, Supplier<Response> request) {
        for (int i = 0; i < LIMIT; i++) {
            assertOAuthError(request.get(), status, error);
        }
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertRateLimited(request.get());
        }
    }

    // Registers a confidential client without an administrator (RFC 7591).
    private static TestClient selfRegistered() {
        return selfRegistered(Map.of());
    }

    private static TestClient selfRegistered(ProofKey key) {
        return selfRegistered(
                Map.of("token_endpoint_auth_method", "private_key_jwt", "jwks", Map.of("keys", List.of(key.jwk()))));
    }

    private static TestClient selfRegistered(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "client_name",
                "Stranger",
                "redirect_uris",
                List.of(App.REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", OAuth.DEVICE_CODE)));
        metadata.putAll(more);
        return TestClient.of(TestClient.selfRegister(metadata));
    }

    // Every endpoint authenticates the client before it rejects the rest of the request.
    private static Response authenticateAt(String path, TestClient client, ProofKey key) {
        return OAuth.request(path)
                .assertion(assertion(client, key))
                .with("grant_type", "authorization_code")
                .with("token", "unknown")
                .send();
    }

    private static String assertion(TestClient client, ProofKey key) {
        long now = Instant.now().getEpochSecond();
        return key.sign(
                Map.of("alg", "ES256"),
                Map.of(
                        "iss",
                        client.id(),
                        "sub",
                        client.id(),
                        "aud",
                        ISSUER,
                        "iat",
                        now,
                        "exp",
                        now + 60,
                        "jti",
                        UUID.randomUUID().toString()));
    }

    private static Response pushWithSecret(App app) {
        return parRequest(app.client()).with(app.request()).send();
    }

    private static Response push(App app) {
        return parRequest().with(app.request()).send();
    }

    private static Response redeem(TestClient client, ProofKey key, String code) {
        return tokenRequest(client).code(code).proof(key).send();
    }

    private static Response poll(TestClient television, ProofKey key, String deviceCode) {
        return tokenRequest(television).deviceCode(deviceCode).proof(key).send();
    }

    private static void assertRateLimited(Response response) {
        String wait =
                assertOAuthError(response, 429, "too_many_attempts").extract().header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 60);
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private int rows(String table, TestClient client) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table + " where client_id = ?")) {
            query.setString(1, client.id());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
