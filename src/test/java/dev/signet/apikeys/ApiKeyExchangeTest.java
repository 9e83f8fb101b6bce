package dev.signet.apikeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.ApiKey;
import dev.signet.support.Journey;
import dev.signet.support.OAuth;
import dev.signet.support.Signet;
import dev.signet.support.Signet.TestUser;
import dev.signet.support.Signet.Tokens;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static dev.signet.support.TestInstallation.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** API keys at services that do not know them: introspected, and exchanged for short-lived tokens. */
@QuarkusTest
class ApiKeyExchangeTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Map<String, Object> NOT_ACTIVE = Map.of("active", false);

    @Test
    @Journey
    void keyIsExchangedForShortLivedToken() {
        TestUser user = Signet.createUser("reader", "writer");
        ApiKey key = key(user.login(), "reader");
        TestClient api = api(ISSUER);

        Response response = exchange(api, key.value());

        response.then()
                .statusCode(200)
                .body("issued_token_type", equalTo(ACCESS_TOKEN))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .body("scope", equalTo("profile"))
                .body("refresh_token", nullValue());
        JsonNode claims = OAuth.claims(OAuth.accessToken(response));
        assertThat(claims.get("sub").asText()).isEqualTo(user.id());
        assertThat(claims.get("upn").asText()).isEqualTo(user.username());
        assertThat(claims.get("client_id").asText()).isEqualTo(api.id());
        assertThat(claims.at("/act/sub").asText()).isEqualTo(api.id());
        assertThat(claims.get("groups")).hasSize(1);
        assertThat(claims.at("/groups/0").asText()).isEqualTo("reader");
        assertThat(claims.get("aud").asText()).isEqualTo(ISSUER);
        assertThat(claims.has("auth_time")).isFalse();
        Signet.me(OAuth.accessToken(response)).then().statusCode(200);
    }

    @Test
    void exchangedTokenEndsWithItsKey() {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = key(tokens);
        TestClient api = api(ISSUER);
        String exchanged = OAuth.accessToken(exchange(api, key.value()));
        active(exchanged, true);

        Signet.bearer(tokens.access()).delete(ApiKey.PATH + "/" + key.id());

        active(exchanged, false);
        exchange(api, key.value()).then().statusCode(400).body("error", equalTo("invalid_request"));
    }

    @Test
    void rotationWithoutOverlapEndsExchangedTokens() {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = key(tokens);
        TestClient api = api(ISSUER);
        String exchanged = OAuth.accessToken(exchange(api, key.value()));

        ApiKey next = key.rotated(tokens, Map.of("former_key_ttl", 0));

        active(exchanged, false);
        active(OAuth.accessToken(exchange(api, next.value())), true);
    }

    @Test
    void disablingTheOwnerEndsExchangedTokens() {
        TestUser user = Signet.createUser();
        ApiKey key = key(user.login());
        TestClient api = api(ISSUER);
        String exchanged = OAuth.accessToken(exchange(api, key.value()));

        TestClient.admin().body(Map.of("enabled", false)).patch("/admin/accounts/" + user.id());
        active(exchanged, false);
        exchange(api, key.value()).then().statusCode(400);
        TestClient.admin().body(Map.of("enabled", true)).patch("/admin/accounts/" + user.id());

        active(exchanged, false);
        active(OAuth.accessToken(exchange(api, key.value())), true);
    }

    @Test
    void exchangedTokenExpiresWithItsKey() {
        Instant end = Instant.now().plusSeconds(60);
        ApiKey key = ApiKey.of(
                Signet.createUser().login(), Map.of("scopes", List.of("profile"), "expires_at", end.toString()));

        JsonNode claims = OAuth.claims(OAuth.accessToken(exchange(api(ISSUER), key.value())));

        assertThat(claims.get("exp").asLong()).isLessThanOrEqualTo(end.getEpochSecond());
    }

    @Test
    void exchangeDoesNotExtendScopesOrAudience() {
        ApiKey key = key(Signet.createUser().login());
        TestClient api = api(ISSUER, "https://files.example");

        exchange(api, key.value(), "scope", "profile email")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        exchange(api, key.value(), "resource", "https://files.example")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_target"));
    }

    @Test
    void keyIsExchangedOnlyByItsAudienceAndAsAccessToken() {
        ApiKey key = key(Signet.createUser().login());

        exchange(api("https://elsewhere.example"), key.value())
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
        TestClient api = api(ISSUER);
        for (String type : List.of("jwt", "refresh_token", "id_token")) {
            OAuth.token(
                            api,
                            "grant_type",
                            GRANT,
                            "subject_token",
                            key.value(),
                            "subject_token_type",
                            "urn:ietf:params:oauth:token-type:" + type)
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_request"));
        }
    }

    @Test
    void exchangedTokenCannotReplaceALogin() {
        String exchanged = OAuth.accessToken(
                exchange(api(ISSUER), key(Signet.createUser().login()).value()));

        Signet.bearer(exchanged)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "another"))
                .post(ApiKey.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("first_party_only"));
        Signet.bearer(exchanged).get("/auth/sessions").then().statusCode(403);
    }

    @Test
    @Journey
    void introspectionIsActiveForTheAudience() {
        TestUser user = Signet.createUser("reader");
        ApiKey key = key(user.login(), "reader");
        TestClient api = api(ISSUER);

        for (int i = 0; i < 2; i++) {
            introspect(api, key.value())
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .body("active", equalTo(true))
                    .body("token_type", equalTo("Bearer"))
                    .body("sub", equalTo(user.id()))
                    .body("username", equalTo(user.username()))
                    .body("scope", equalTo("profile"))
                    .body("groups", equalTo(List.of("reader")))
                    .body("iss", equalTo(ISSUER))
                    .body("jti", equalTo(key.id()));
        }
    }

    @Test
    void introspectionIsInactiveForOtherClients() {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = key(tokens);
        TestClient api = api(ISSUER);
        introspect(api, key.value()).then().body("active", equalTo(true));

        introspect(api("https://elsewhere.example"), key.value()).then().body("", equalTo(NOT_ACTIVE));
        introspect(OAuth.machine("x"), key.value()).then().body("", equalTo(NOT_ACTIVE));
        introspect(api, key.value() + "x").then().body("", equalTo(NOT_ACTIVE));
        introspect(api, "sgk_").then().body("", equalTo(NOT_ACTIVE));
        Signet.bearer(tokens.access()).delete(ApiKey.PATH + "/" + key.id());

        introspect(api, key.value()).then().statusCode(200).body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void clientsCannotRevokeKeys() {
        ApiKey key = key(Signet.createUser().login());

        OAuth.form(api(ISSUER), "token", key.value())
                .post("/oauth2/revoke")
                .then()
                .statusCode(200);

        key.me().then().statusCode(200);
    }

    private static ApiKey key(Tokens tokens, String... roles) {
        return ApiKey.of(tokens, Map.of("scopes", List.of("profile"), "roles", List.of(roles)));
    }

    private static TestClient api(String... audiences) {
        return TestClient.register(Map.of(
                "client_name", "api", "grant_types", List.of(GRANT), "scope", "profile email", "audiences", audiences));
    }

    private static Response exchange(TestClient client, String key, String... more) {
        return OAuth.with(
                        OAuth.form(
                                client, "grant_type", GRANT, "subject_token", key, "subject_token_type", ACCESS_TOKEN),
                        more)
                .post("/oauth2/token");
    }

    private static Response introspect(TestClient client, String token) {
        return OAuth.form(client, "token", token).post("/oauth2/introspect");
    }

    private static void active(String token, boolean expected) {
        assertThat(Signet.verify(token).<Boolean>path("active")).isEqualTo(expected);
    }
}
