package dev.signet.oauth.code;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import dev.signet.tokens.session.BrowserSessionEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@OnBothStacks
class CodeExchangeTest {

    private static TestClient web;

    @Inject
    AuthorizationCodes codes;

    @Inject
    Event<BrowserSessionEnded> browserSessionEnded;

    @Inject
    DataSource database;

    @BeforeEach
    void client() {
        web = IssuedCode.webClient();
    }

    @Test
    void codeIsExchangedForUserToken() {
        TestUser user = Signet.createUser("reader");

        Response response = code(user, "openid orders:read").redeem();

        response.then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("scope", equalTo("openid orders:read"))
                .body("$", not(hasKey("refresh_token")));
        JsonNode claims = OAuth.claims(OAuth.accessToken(response));
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("client_id").asText()).isEqualTo(web.id());
        assertThat(claims.get("acr").asText()).isEqualTo("aal1");
        assertThat(claims.has("sid")).isTrue();
        assertThat(claims.get("aud")).map(JsonNode::asText).containsExactly(IssuedCode.API, "https://files.example");
    }

    @Test
    void formerDefaultAudienceIsReplacedByUserInfo() {
        TestClient app = App.registered(Map.of("redirect_uris", List.of(IssuedCode.REDIRECT_URI)))
                .client();

        Response tokens = IssuedCode.builder(app, Signet.createUser("reader"), "openid offline_access")
                .audience(List.of(TestInstallation.ISSUER))
                .issue(codes)
                .redeem();
        Response refreshed =
                tokenRequest(app).refresh(tokens.path("refresh_token")).send();

        for (Response response : List.of(tokens, refreshed)) {
            JsonNode claims = OAuth.claims(OAuth.accessToken(response));
            assertThat(claims.get("aud").asText()).isEqualTo(TestInstallation.ISSUER + "/oauth2/userinfo");
            assertThat(claims.has("groups")).isFalse();
        }
    }

    @Test
    void refreshTokenRequiresOfflineAccess() {
        code(Signet.createUser(), "openid offline_access")
                .redeem()
                .then()
                .statusCode(200)
                .body("refresh_token", startsWith("sgr_"));
    }

    @Test
    void replayedCodeEndsSession() {
        IssuedCode code = code(Signet.createUser(), "offline_access");
        Response first = code.redeem();
        String access = OAuth.accessToken(first);

        assertOAuthError(code.redeem(), 400, "invalid_grant");

        assertThat(Signet.verify(access).<Boolean>path("active")).isFalse();
        assertOAuthError(tokenRequest(web).refresh(first.path("refresh_token")).send(), 400, "invalid_grant");
        assertThat(events("code.replayed", OAuth.claims(access).get("sid").asText()))
                .hasSize(1);
    }

    @Test
    void replayedCodeWithoutVerifierEndsSession() {
        IssuedCode code = code(Signet.createUser(), "openid");
        String access = OAuth.accessToken(code.redeem());

        code.with("code_verifier", "x".repeat(43)).redeem().then().statusCode(400);

        assertThat(Signet.verify(access).<Boolean>path("active")).isFalse();
    }

    @Test
    void codeOfEndedBrowserSessionIsRejected() {
        UUID browser = UUID.randomUUID();
        TestUser user = Signet.createUser();
        IssuedCode code = IssuedCode.builder(web, user, "openid offline_access")
                .browserSession(browser)
                .issue(codes);
        IssuedCode ofAnother = IssuedCode.builder(web, user, "openid")
                .browserSession(UUID.randomUUID())
                .issue(codes);

        QuarkusTransaction.requiringNew()
                .run(() -> browserSessionEnded.fire(new BrowserSessionEnded(browser, UUID.fromString(user.id()))));

        assertOAuthError(code.redeem(), 400, "invalid_grant");
        ofAnother.redeem().then().statusCode(200);
    }

    @Test
    void replayByAnotherClientEndsNothing() {
        IssuedCode code = code(Signet.createUser(), "openid");
        String access = OAuth.accessToken(code.redeem());

        assertOAuthError(code.by(IssuedCode.webClient()).redeem(), 400, "invalid_grant");

        assertThat(Signet.verify(access).<Boolean>path("active")).isTrue();
    }

    @Test
    void concurrentRedemptionsYieldOneSessionThatEnds() throws Exception {
        IssuedCode code = code(Signet.createUser(), "offline_access");
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Future<Response>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(pool.submit(() -> code.redeem()));
            }
            List<Response> won = new ArrayList<>();
            for (Future<Response> call : calls) {
                Response response = call.get();
                if (response.statusCode() == 200) {
                    won.add(response);
                } else {
                    assertOAuthError(response, 400, "invalid_grant");
                }
            }

            assertThat(won).hasSize(1);
            assertThat(Signet.verify(OAuth.accessToken(won.get(0))).<Boolean>path("active"))
                    .isFalse();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void missingVerifierIsRejected() {
        IssuedCode code = code(Signet.createUser(), "openid");

        assertOAuthError(code.without("code_verifier").redeem(), 400, "invalid_grant");
        code.redeem().then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "short",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk="
            })
    void wrongVerifierLeavesCodeValid(String verifier) {
        IssuedCode code = code(Signet.createUser(), "openid");

        assertOAuthError(code.with("code_verifier", verifier).redeem(), 400, "invalid_grant");

        code.redeem().then().statusCode(200);
    }

    @Test
    void overlongMatchingVerifierIsRejected() {
        TestUser user = Signet.createUser();
        IssuedCode code = code(user, "openid");

        code.with("code_verifier", "a".repeat(129)).redeem().then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://web.example/cb/",
                "https://web.example/CB",
                "https://web.example/cb?x=1",
                "https://evil.example/cb"
            })
    void differentRedirectUriIsRejected(String redirectUri) {
        assertOAuthError(
                code(Signet.createUser(), "openid")
                        .with("redirect_uri", redirectUri)
                        .redeem(),
                400,
                "invalid_grant");
    }

    @Test
    void missingRedirectUriIsRejected() {
        assertOAuthError(
                code(Signet.createUser(), "openid").without("redirect_uri").redeem(), 400, "invalid_request");
    }

    @Test
    void codeOfAnotherClientStaysValid() {
        IssuedCode code = code(Signet.createUser(), "openid");

        assertOAuthError(code.by(IssuedCode.webClient()).redeem(), 400, "invalid_grant");

        code.redeem().then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sga_", "garbage", "sga_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void malformedCodeIsRejected(String value) {
        assertOAuthError(code(Signet.createUser(), "openid").with("code", value).redeem(), 400, "invalid_grant");
    }

    @Test
    void expiredCodeIsRejected() throws SQLException {
        TestUser user = Signet.createUser();
        IssuedCode code = code(user, "openid");
        age(user);

        assertOAuthError(code.redeem(), 400, "invalid_grant");
    }

    @Test
    void accountDisabledAfterCodeGetsNoToken() {
        TestUser user = Signet.createUser();
        IssuedCode code = code(user, "openid");
        Signet.adminRequest()
                .contentType(ContentType.JSON)
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);

        assertOAuthError(code.redeem(), 400, "invalid_grant");
    }

    @Test
    void resourceParameterNarrowsAudience() {
        Response response = code(Signet.createUser(), "openid")
                .with("resource", IssuedCode.API)
                .redeem();

        assertThat(OAuth.claims(OAuth.accessToken(response)).get("aud").asText())
                .isEqualTo(IssuedCode.API);
        assertOAuthError(
                code(Signet.createUser(), "openid")
                        .with("resource", "https://elsewhere.example")
                        .redeem(),
                400,
                "invalid_target");
    }

    @Test
    void tableContainsNoPlainCode() throws SQLException {
        TestUser user = Signet.createUser();
        Response response = code(user, "openid").redeem();

        assertThat(response.statusCode()).isEqualTo(200);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select octet_length(code_hash), used_at from authorization_code where account_id = ?")) {
            query.setObject(1, UUID.fromString(user.id()));
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(32);
                assertThat(rows.getObject(2)).isNotNull();
            }
        }
    }

    @Test
    void browserLogoutEndsSessionsWithoutOfflineAccess() {
        TestUser user = Signet.createUser();
        UUID browserSession = UUID.randomUUID();
        Response online = IssuedCode.builder(web, user, "openid")
                .browserSession(browserSession)
                .issue(codes)
                .redeem();
        Response offline = IssuedCode.builder(web, user, "openid offline_access")
                .browserSession(browserSession)
                .issue(codes)
                .redeem();
        Response elsewhere = IssuedCode.builder(web, user, "openid")
                .browserSession(UUID.randomUUID())
                .issue(codes)
                .redeem();

        QuarkusTransaction.requiringNew()
                .run(() ->
                        browserSessionEnded.fire(new BrowserSessionEnded(browserSession, UUID.fromString(user.id()))));

        assertThat(Signet.verify(OAuth.accessToken(online)).<Boolean>path("active"))
                .isFalse();
        assertThat(Signet.verify(OAuth.accessToken(offline)).<Boolean>path("active"))
                .isTrue();
        assertThat(Signet.verify(OAuth.accessToken(elsewhere)).<Boolean>path("active"))
                .isTrue();
        tokenRequest(web).refresh(offline.path("refresh_token")).send().then().statusCode(200);
    }

    @Test
    void administratorHasNoAdminRightsThroughClient() {
        TestUser user = Signet.createUser("admin");
        List<String> audience =
                List.of(OAuth.claims(user.login().access()).get("aud").asText());
        TestClient client = TestClient.register(Map.of(
                "redirect_uris", List.of(IssuedCode.REDIRECT_URI), "scope", "openid groups", "audiences", audience));
        String token = OAuth.accessToken(IssuedCode.builder(client, user, "openid groups")
                .audience(audience)
                .issue(codes)
                .redeem());

        assertThat(OAuth.claims(token).get("groups").get(0).asText()).isEqualTo("admin");
        Signet.bearer(token).get("/admin/accounts").then().statusCode(403);
        Signet.bearer(token).get("/auth/sessions").then().statusCode(403);
        Signet.me(token).then().statusCode(200);
        Signet.bearer(token).post("/auth/logout").then().statusCode(204);
        Signet.me(token).then().statusCode(401);
    }

    private IssuedCode code(TestUser user, String scope) {
        return IssuedCode.of(codes, web, user, scope);
    }

    private void age(TestUser user) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update authorization_code set expires_at = current_timestamp where account_id = ?")) {
            update.setObject(1, UUID.fromString(user.id()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static List<Map<String, Object>> events(String type, String subject) {
        List<Map<String, Object>> events = Signet.adminRequest()
                .get("/admin/events?limit=200&type=" + type)
                .path("items");
        return events.stream()
                .filter(event -> subject.equals(event.get("subject")))
                .toList();
    }
}
