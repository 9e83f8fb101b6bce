package dev.signet.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.browser.Browser.Shown;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.deviceRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Restriction of roles to the clients and audiences that an administrator chose. */
@QuarkusTest
@OnBothStacks
class RoleRecipientsTest {

    private static final String USERINFO = ISSUER + "/oauth2/userinfo";
    private static final String API = IssuedCode.API;
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @Test
    @Journey
    void selfRegisteredClientGetsTokenThatOnlyUserInfoAccepts() {
        App weather = weather();

        Response tokens = redeem(weather, administratorsCode(weather, "openid offline_access"));

        String token = OAuth.accessToken(tokens);
        assertOnlyUserInfoAccepts(token);
        Response refreshed = tokenRequest(weather.client())
                .refresh(tokens.path("refresh_token"))
                .send();
        assertOnlyUserInfoAccepts(OAuth.accessToken(refreshed));
        assertThat(OAuth.claims(refreshed.path("id_token")).has("groups")).isFalse();
    }

    @Test
    @Journey
    void deviceOfSelfRegisteredClientGetsTokenThatOnlyUserInfoAccepts() {
        TestClient weather = weather().client();
        Response opened = deviceRequest(weather, "openid").send();
        opened.then().statusCode(200);
        Browser browser = new Browser();
        Shown code = browser.signIn(browser.open("/device", Map.of()), "admin", TestInstallation.ADMIN_PASSWORD);
        Shown decision = browser.submit(code, "user_code", opened.path("user_code"));
        browser.submit(decision, "action", "allow");

        Response tokens =
                tokenRequest(weather).deviceCode(opened.path("device_code")).send();

        assertOnlyUserInfoAccepts(OAuth.accessToken(tokens));
    }

    @Test
    void exchangeAddsNeitherRolesNorAudiences() {
        App weather = App.registered(Map.of("grant_types", List.of("authorization_code", OAuth.TOKEN_EXCHANGE)));
        String token = OAuth.accessToken(redeem(weather, administratorsCode(weather, "openid")));

        assertOnlyUserInfoAccepts(tokenRequest(weather.client()).exchange(token).accessToken());
        assertOAuthError(
                tokenRequest(weather.client())
                        .exchange(token)
                        .with("audience", ISSUER)
                        .send(),
                400,
                "invalid_target");
        TestClient service = exchanging(Map.of("audiences", List.of(ISSUER, API)));
        assertOAuthError(tokenRequest(service).exchange(token).send(), 400, "invalid_request");
    }

    @Test
    void clientWithoutAudiencesExchangesNoForeignCredential() {
        TestClient weather = exchanging(Map.of());
        String key = ApiKey.of(Signet.createUser("reader"), "reader").value();

        for (String credential : List.of(key, Signet.admin().access())) {
            assertOAuthError(tokenRequest(weather).exchange(credential).send(), 400, "invalid_request");
        }
    }

    @Test
    void selfRegisteredClientMayUseNoGrantWithoutUser() {
        for (String grant : List.of(OAuth.TOKEN_EXCHANGE, JWT_BEARER, "client_credentials")) {
            assertOAuthError(
                    register(Map.of("grant_types", List.of("authorization_code", grant))),
                    400,
                    "invalid_client_metadata");
        }
    }

    @Test
    void selfRegisteredClientMayNotHaveTheScopeGroups() {
        register(Map.of("scope", "openid groups", "audiences", List.of(API)))
                .then()
                .statusCode(201)
                .body("scope", equalTo("openid"))
                .body("audiences", nullValue());
    }

    @Test
    @Journey
    void rolesNeedTheScopeGroups() {
        App app = App.registered(Map.of("scope", "openid groups", "audiences", List.of(API)));
        TestUser user = Signet.createUser("reader");

        JsonNode without = OAuth.claims(OAuth.accessToken(redeem(app, code(app, user, "openid"))));
        Response with = redeem(app, code(app, user, "openid groups"));

        assertThat(without.get("aud").asText()).isEqualTo(API);
        assertThat(without.has("groups")).isFalse();
        assertThat(OAuth.claims(OAuth.accessToken(with)).get("groups"))
                .map(JsonNode::asText)
                .containsExactly("reader");
        assertThat(OAuth.claims(with.path("id_token")).get("groups"))
                .map(JsonNode::asText)
                .containsExactly("reader");
        userInfo(OAuth.accessToken(with)).then().statusCode(200).body("groups", equalTo(List.of("reader")));
    }

    @Test
    void removedScopeRemovesRolesFromTokens() {
        App app = App.registered(Map.of("scope", "openid offline_access groups", "audiences", List.of(API)));
        Response tokens = redeem(app, code(app, Signet.createUser("reader"), "openid offline_access groups"));

        Signet.adminRequest()
                .body(Map.of("scope", "openid offline_access"))
                .patch("/admin/clients/" + app.client().id())
                .then()
                .statusCode(200);
        Response refreshed =
                tokenRequest(app.client()).refresh(tokens.path("refresh_token")).send();

        assertThat(OAuth.claims(OAuth.accessToken(refreshed)).has("groups")).isFalse();
        assertThat(OAuth.claims(refreshed.path("id_token")).has("groups")).isFalse();
    }

    @Test
    void clientWithoutAudiencesGetsRolesInIdTokenAndUserInfo() {
        App app = App.registered(Map.of("scope", "openid groups"));

        Response tokens = redeem(app, code(app, Signet.createUser("reader"), "openid groups"));

        String token = OAuth.accessToken(tokens);
        assertThat(OAuth.claims(token).get("aud").asText()).isEqualTo(USERINFO);
        assertThat(OAuth.claims(token).has("groups")).isFalse();
        assertThat(OAuth.claims(tokens.path("id_token")).get("groups")).hasSize(1);
        userInfo(token).then().statusCode(200).body("groups", equalTo(List.of("reader")));
    }

    @Test
    void firstPartyClientGetsRolesLikeLogin() {
        App app = App.trusted();

        JsonNode claims =
                OAuth.claims(OAuth.accessToken(redeem(app, code(app, Signet.createUser("reader"), "openid"))));

        assertThat(claims.get("aud").asText()).isEqualTo(ISSUER);
        assertThat(claims.get("groups")).map(JsonNode::asText).containsExactly("reader");
    }

    @Test
    void exchangedTokenLosesRolesWithTheScopeGroups() {
        App app = App.registered(Map.of("scope", "openid orders:read groups", "audiences", List.of(API)));
        String token =
                OAuth.accessToken(redeem(app, code(app, Signet.createUser("reader"), "openid orders:read groups")));

        Response kept = tokenRequest(exchanging(Map.of("audiences", List.of(API), "scope", "orders:read groups")))
                .exchange(token)
                .send();
        Response lost = tokenRequest(exchanging(Map.of("audiences", List.of(API), "scope", "orders:read")))
                .exchange(token)
                .send();

        assertThat(OAuth.claims(OAuth.accessToken(kept)).get("groups")).hasSize(1);
        assertThat(OAuth.claims(OAuth.accessToken(lost)).path("groups")).isEmpty();
    }

    @Test
    @Journey
    void claimMappedFromGroupsNeedsTheScope() {
        App app = App.registered(Map.of(
                "scope",
                "openid groups",
                "audiences",
                List.of(API),
                "claims",
                Map.of("roles", Map.of("from", "groups"), "permissions", Map.of("from", "roles"))));
        TestUser user = Signet.createUser("reader");

        Response without = redeem(app, code(app, user, "openid"));
        Response with = redeem(app, code(app, user, "openid groups"));

        for (String name : List.of("roles", "permissions")) {
            assertThat(OAuth.claims(OAuth.accessToken(without)).has(name)).isFalse();
            assertThat(OAuth.claims(without.path("id_token")).has(name)).isFalse();
            userInfo(OAuth.accessToken(without)).then().statusCode(200).body(name, nullValue());
            assertThat(OAuth.claims(OAuth.accessToken(with)).get(name))
                    .map(JsonNode::asText)
                    .containsExactly("reader");
            assertThat(OAuth.claims(with.path("id_token")).get(name)).hasSize(1);
            userInfo(OAuth.accessToken(with)).then().statusCode(200).body(name, equalTo(List.of("reader")));
        }
    }

    @Test
    void ticketHasTheRolesOfItsToken() {
        TestUser user = Signet.createUser("reader");
        App app = App.registered(Map.of("scope", "openid groups", "audiences", List.of(ISSUER)));

        String without = OAuth.accessToken(redeem(app, code(app, user, "openid")));
        String with = OAuth.accessToken(redeem(app, code(app, user, "openid groups")));

        redeemTicket(ticket(without), ISSUER)
                .then()
                .body("active", equalTo(true))
                .body("groups", nullValue());
        redeemTicket(ticket(with), ISSUER)
                .then()
                .body("active", equalTo(true))
                .body("groups", equalTo(List.of("reader")));
    }

    @Test
    void consentPageNamesRolesAndTheAudienceThatIsNotUserInfo() {
        App service = App.registered(Map.of("scope", "openid groups", "audiences", List.of(ISSUER)));
        Shown page = consentPage(service, "openid groups");
        assertThat(page.page().text()).contains("See your roles").contains(ISSUER);
        assertThat(page.page().select("code").eachText()).contains(ISSUER);

        App weather = App.registered(Map.of("scope", "openid"));
        assertThat(consentPage(weather, "openid").page().text())
                .doesNotContain("See your roles")
                .doesNotContain(USERINFO);
    }

    @Test
    void devicePageNamesRolesAndTheAudienceThatIsNotUserInfo() {
        TestClient television = TestClient.register(Map.of(
                "client_name",
                "television",
                "grant_types",
                List.of(OAuth.DEVICE_CODE),
                "scope",
                "openid groups",
                "audiences",
                List.of(API)));
        Response opened = deviceRequest(television, "openid groups").send();
        Browser browser = new Browser();
        Shown code = browser.signIn(
                browser.open("/device", Map.of()), Signet.createUser().username(), Signet.PASSWORD);

        Shown decision = browser.submit(code, "user_code", opened.path("user_code"));

        assertThat(decision.page().text()).contains("See your roles");
        assertThat(decision.page().select("code").eachText()).contains(API);
    }

    private static void assertOnlyUserInfoAccepts(String token) {
        JsonNode claims = OAuth.claims(token);
        assertThat(claims.get("aud").asText()).isEqualTo(USERINFO);
        assertThat(claims.path("groups")).isEmpty();
        userInfo(token).then().statusCode(200);
        Signet.me(token).then().statusCode(401);
        Signet.bearer(token).get("/admin/accounts").then().statusCode(401);
        Signet.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("path", "/chat"))
                .post("/auth/tickets")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("token", token, "audience", ISSUER))
                .post("/auth/verify")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
    }

    private static String administratorsCode(App app, String scope) {
        Browser browser = new Browser();
        Shown consent = browser.signIn(app.start(browser, "scope", scope), "admin", TestInstallation.ADMIN_PASSWORD);
        return App.parameters(browser.submit(consent, "action", "allow")).get("code");
    }

    private static String code(App app, TestUser user, String scope) {
        return app.login(new Browser(), user.username(), "scope", scope).get("code");
    }

    private static Shown consentPage(App app, String scope) {
        Browser browser = new Browser();
        return browser.signIn(
                app.start(browser, "scope", scope), Signet.createUser().username(), Signet.PASSWORD);
    }

    private static Response redeem(App app, String code) {
        Response response = tokenRequest(app.client()).code(code).send();
        response.then().statusCode(200);
        return response;
    }

    private static App weather() {
        Response registered = register(Map.of("scope", "openid offline_access"));
        registered.then().statusCode(201);
        return new App(new TestClient(registered.path("client_id"), registered.path("client_secret")));
    }

    private static Response register(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of(
                "client_name",
                "Weather",
                "redirect_uris",
                List.of(App.REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token", OAuth.DEVICE_CODE)));
        metadata.putAll(more);
        String initial = Signet.adminRequest()
                .body(Map.of())
                .post("/admin/registration-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("registration_token");
        return Signet.bearer(initial)
                .contentType(ContentType.JSON)
                .body(metadata)
                .post("/oauth2/register");
    }

    private static TestClient exchanging(Map<String, ?> more) {
        Map<String, Object> metadata = new HashMap<>(Map.of("grant_types", List.of(OAuth.TOKEN_EXCHANGE)));
        metadata.putAll(more);
        return TestClient.register(metadata);
    }

    private static Response userInfo(String token) {
        return Signet.bearer(token).get("/oauth2/userinfo");
    }

    private static String ticket(String token) {
        return Signet.bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("path", "/chat"))
                .post("/auth/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");
    }

    private static Response redeemTicket(String ticket, String audience) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("ticket", ticket, "path", "/chat", "audience", audience))
                .post("/auth/tickets/redemptions");
    }
}
