package dev.signet.apikeys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.introspectionRequest;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** API keys at services that do not know them: introspected, and exchanged for short-lived tokens. */
@QuarkusTest
class ApiKeyExchangeTest {

    private static final Map<String, Object> NOT_ACTIVE = Map.of("active", false);

    @Test
    @Journey
    void keyIsExchangedForShortLivedToken() {
        TestUser user = Signet.createUser("reader", "writer");
        ApiKey key = key(user.login(), "reader");
        TestClient api = api(ISSUER);

        Response response = tokenRequest(api).exchange(key.value()).send();

        response.then()
                .statusCode(200)
                .body("issued_token_type", equalTo(OAuth.ACCESS_TOKEN))
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
        String exchanged = tokenRequest(api).exchange(key.value()).accessToken();
        active(exchanged, true);

        Signet.bearer(tokens.access()).delete(ApiKey.PATH + "/" + key.id());

        active(exchanged, false);
        assertOAuthError(tokenRequest(api).exchange(key.value()).send(), 400, "invalid_request");
    }

    @Test
    void rotationWithoutOverlapEndsExchangedTokens() {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = key(tokens);
        TestClient api = api(ISSUER);
        String exchanged = tokenRequest(api).exchange(key.value()).accessToken();

        ApiKey next = key.rotated(tokens, Map.of("former_key_ttl", 0));

        active(exchanged, false);
        active(tokenRequest(api).exchange(next.value()).accessToken(), true);
    }

    @Test
    void disablingTheOwnerEndsExchangedTokens() {
        TestUser user = Signet.createUser();
        ApiKey key = key(user.login());
        TestClient api = api(ISSUER);
        String exchanged = tokenRequest(api).exchange(key.value()).accessToken();

        Signet.adminRequest().body(Map.of("enabled", false)).patch("/admin/accounts/" + user.id());
        active(exchanged, false);
        tokenRequest(api).exchange(key.value()).send().then().statusCode(400);
        Signet.adminRequest().body(Map.of("enabled", true)).patch("/admin/accounts/" + user.id());

        active(exchanged, false);
        active(tokenRequest(api).exchange(key.value()).accessToken(), true);
    }

    @Test
    void exchangedTokenExpiresWithItsKey() {
        Instant end = Instant.now().plusSeconds(60);
        ApiKey key = ApiKey.of(
                Signet.createUser().login(), Map.of("scopes", List.of("profile"), "expires_at", end.toString()));

        JsonNode claims =
                OAuth.claims(tokenRequest(api(ISSUER)).exchange(key.value()).accessToken());

        assertThat(claims.get("exp").asLong()).isLessThanOrEqualTo(end.getEpochSecond());
    }

    @Test
    void exchangeDoesNotExtendScopesOrAudience() {
        ApiKey key = key(Signet.createUser().login());
        TestClient api = api(ISSUER, "https://files.example");

        assertOAuthError(
                tokenRequest(api).exchange(key.value()).scope("profile email").send(), 400, "invalid_scope");
        assertOAuthError(
                tokenRequest(api)
                        .exchange(key.value())
                        .resource("https://files.example")
                        .send(),
                400,
                "invalid_target");
    }

    @Test
    void keyIsExchangedOnlyByItsAudienceAndAsAccessToken() {
        ApiKey key = key(Signet.createUser().login());

        assertOAuthError(
                tokenRequest(api("https://elsewhere.example"))
                        .exchange(key.value())
                        .send(),
                400,
                "invalid_request");
        TestClient api = api(ISSUER);
        for (String type : List.of("jwt", "refresh_token", "id_token")) {
            assertOAuthError(
                    tokenRequest(api)
                            .exchange(key.value(), "urn:ietf:params:oauth:token-type:" + type)
                            .send(),
                    400,
                    "invalid_request");
        }
    }

    @Test
    void exchangedTokenCannotReplaceALogin() {
        String exchanged = tokenRequest(api(ISSUER))
                .exchange(key(Signet.createUser().login()).value())
                .accessToken();

        assertProblem(
                Signet.bearer(exchanged)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "another"))
                        .post(ApiKey.PATH),
                403,
                "first_party_only");
        Signet.bearer(exchanged).get("/auth/sessions").then().statusCode(403);
    }

    @Test
    @Journey
    void introspectionIsActiveForTheAudience() {
        TestUser user = Signet.createUser("reader");
        ApiKey key = key(user.login(), "reader");
        TestClient api = api(ISSUER);

        for (int i = 0; i < 2; i++) {
            introspectionRequest(api, key.value())
                    .send()
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
        introspectionRequest(api, key.value()).send().then().body("active", equalTo(true));

        introspectionRequest(api("https://elsewhere.example"), key.value())
                .send()
                .then()
                .body("", equalTo(NOT_ACTIVE));
        introspectionRequest(OAuth.machine("x"), key.value()).send().then().body("", equalTo(NOT_ACTIVE));
        introspectionRequest(api, key.value() + "x").send().then().body("", equalTo(NOT_ACTIVE));
        introspectionRequest(api, "sgk_").send().then().body("", equalTo(NOT_ACTIVE));
        Signet.bearer(tokens.access()).delete(ApiKey.PATH + "/" + key.id());

        introspectionRequest(api, key.value()).send().then().statusCode(200).body("", equalTo(NOT_ACTIVE));
    }

    @Test
    void clientsCannotRevokeKeys() {
        ApiKey key = key(Signet.createUser().login());

        revocationRequest(api(ISSUER), key.value()).send().then().statusCode(200);

        key.me().then().statusCode(200);
    }

    private static ApiKey key(Tokens tokens, String... roles) {
        return ApiKey.of(tokens, Map.of("scopes", List.of("profile"), "roles", List.of(roles)));
    }

    private static TestClient api(String... audiences) {
        return TestClient.register(Map.of(
                "client_name",
                "api",
                "grant_types",
                List.of(OAuth.TOKEN_EXCHANGE),
                "scope",
                "profile email",
                "audiences",
                audiences));
    }

    private static void active(String token, boolean expected) {
        assertThat(Signet.verify(token).<Boolean>path("active")).isEqualTo(expected);
    }
}
