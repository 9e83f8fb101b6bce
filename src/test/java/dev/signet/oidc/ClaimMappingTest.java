package dev.signet.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Claims that an administrator maps for a client. */
@QuarkusTest
class ClaimMappingTest {

    private static final Map<String, ?> CLAIMS = Map.of(
            "https://example.com/department", Map.of("value", "sales"),
            "level", Map.of("value", 7, "in", List.of("access_token")),
            "internal", Map.of("value", true, "in", List.of("userinfo")),
            "teams", Map.of("value", List.of("red", "blue"), "in", List.of("id_token")),
            "roles", Map.of("from", "roles"),
            "uid", Map.of("from", "id"),
            "preferred_username", Map.of("from", "email"),
            "mail", Map.of("from", "email", "in", List.of("id_token", "userinfo")));

    @Test
    @Journey
    void mappedClaimsAreInTheirLocations() {
        TestUser user = Signet.createUser("auditor");
        Signet.adminRequest()
                .body(Map.of("email", "jo@example.com"))
                .patch("/admin/accounts/" + user.id())
                .then()
                .statusCode(200);
        App app = App.registered(Map.of("first_party", true, "claims", CLAIMS));

        Response response = login(app, user, "openid profile email");
        JsonNode access = OAuth.claims(response.path("access_token"));
        JsonNode id = OAuth.claims(response.path("id_token"));
        Response userInfo = Signet.bearer(response.path("access_token")).get("/oauth2/userinfo");

        assertThat(access.get("https://example.com/department").asText()).isEqualTo("sales");
        assertThat(access.get("level").intValue()).isEqualTo(7);
        assertThat(access.get("roles").get(0).asText()).isEqualTo("auditor");
        assertThat(access.get("uid").asText()).isEqualTo(user.id());
        assertThat(access.has("internal")).isFalse();
        assertThat(access.has("teams")).isFalse();
        assertThat(access.has("mail")).isFalse();
        assertThat(id.get("https://example.com/department").asText()).isEqualTo("sales");
        assertThat(id.get("teams").get(1).asText()).isEqualTo("blue");
        assertThat(id.get("mail").asText()).isEqualTo("jo@example.com");
        assertThat(id.has("level")).isFalse();
        userInfo.then()
                .statusCode(200)
                .body("internal", equalTo(true))
                .body("mail", equalTo("jo@example.com"))
                .body("preferred_username", equalTo("jo@example.com"))
                .body("name", equalTo(user.username()))
                .body("teams", nullValue());
    }

    @Test
    void claimOfScopeRequiresItsScope() {
        TestUser user = Signet.createUser();
        Signet.adminRequest().body(Map.of("email", "jo@example.com")).patch("/admin/accounts/" + user.id());
        App app = App.registered(Map.of("first_party", true, "claims", CLAIMS));

        Response response = login(app, user, "openid");

        assertThat(OAuth.claims(response.path("id_token")).has("mail")).isFalse();
        Signet.bearer(response.path("access_token"))
                .get("/oauth2/userinfo")
                .then()
                .body("mail", nullValue())
                .body("internal", equalTo(true));
    }

    @Test
    void clientTokenHasOnlyConstantClaims() {
        TestClient client = OAuth.machine("read", Map.of("claims", CLAIMS));

        JsonNode claims = OAuth.claims(tokenRequest(client).clientCredentials().accessToken());

        assertThat(claims.get("level").intValue()).isEqualTo(7);
        assertThat(claims.has("roles")).isFalse();
        assertThat(claims.has("uid")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub",
                "iss",
                "aud",
                "exp",
                "iat",
                "nbf",
                "jti",
                "client_id",
                "scope",
                "sid",
                "auth_time",
                "acr",
                "amr",
                "azp",
                "nonce",
                "at_hash",
                "cnf",
                "act",
                "may_act",
                "upn",
                "groups",
                "email",
                "email_verified",
                "events",
                "active",
                "",
                " sub",
                "sub ",
                "a b",
                "é",
                "_claim_names"
            })
    void identityClaimsCannotBeMapped(String name) {
        TestClient.tryRegister(metadata(Map.of(name, Map.of("value", "admin"))))
                .then()
                .statusCode(400)
                .body("member", equalTo("claims"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": {}}",
                "{\"x\": null}",
                "{\"x\": {\"from\": \"username\", \"value\": \"y\"}}",
                "{\"x\": {\"from\": \"password_hash\"}}",
                "{\"x\": {\"from\": \"USERNAME\"}}",
                "{\"x\": {\"value\": {\"a\": 1}}}",
                "{\"x\": {\"value\": 1.5}}",
                "{\"x\": {\"value\": [1]}}",
                "{\"x\": {\"value\": [null]}}",
                "{\"x\": {\"value\": \"y\", \"in\": []}}",
                "{\"x\": {\"value\": \"y\", \"in\": [\"refresh_token\"]}}",
                "{\"x\": {\"value\": \"y\", \"in\": [\"id_token\", \"id_token\"]}}",
                "{\"x\": {\"value\": 99999999999999999999}}"
            })
    void malformedMappingIsRejected(String claims) {
        TestClient.tryRegister("{\"grant_types\": [\"client_credentials\"], \"claims\": " + claims + "}")
                .then()
                .statusCode(400)
                .body("member", equalTo("claims"));
    }

    @Test
    void mappingsAreLimitedStrictAndRemovable() {
        Map<String, Object> many = new LinkedHashMap<>();
        IntStream.rangeClosed(0, 20).forEach(i -> many.put("c" + i, Map.of("value", "y")));
        TestClient.tryRegister(metadata(many)).then().statusCode(400);
        TestClient.tryRegister(metadata(Map.of("x", Map.of("value", "y".repeat(501)))))
                .then()
                .statusCode(400);
        TestClient.tryRegister(metadata(Map.of("x", Map.of("value", "y", "unknown", true))))
                .then()
                .statusCode(400);
        TestClient client = OAuth.machine("read", Map.of("claims", Map.of("x", Map.of("value", "y"))));
        Signet.adminRequest()
                .get("/admin/clients/" + client.id())
                .then()
                .body("claims.x.value", equalTo("y"), "claims.x.in", nullValue());

        Signet.adminRequest()
                .body("{\"claims\": null}")
                .patch("/admin/clients/" + client.id())
                .then()
                .statusCode(200)
                .body("claims", nullValue());

        assertThat(OAuth.claims(tokenRequest(client).clientCredentials().accessToken())
                        .has("x"))
                .isFalse();
    }

    @Test
    @Journey
    void pairwiseClientDoesNotReceiveAccountId() {
        Map<String, Object> metadata = new LinkedHashMap<>(
                Map.of("redirect_uris", List.of("https://app.example/cb"), "subject_type", "pairwise"));
        metadata.put("claims", Map.of("uid", Map.of("from", "id")));

        TestClient.tryRegister(metadata).then().statusCode(400).body("member", equalTo("claims"));
    }

    private static Map<String, ?> metadata(Map<String, ?> claims) {
        return Map.of("grant_types", List.of("client_credentials"), "claims", claims);
    }

    private static Response login(App app, TestUser user, String scope) {
        Map<String, String> response = app.login(new Browser(), user.username(), "scope", scope);
        Response tokens = tokenRequest(app.client()).code(response.get("code")).send();
        tokens.then().statusCode(200);
        return tokens;
    }
}
