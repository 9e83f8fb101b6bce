package dev.signet.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class ClientCredentialsTest {

    private static final String API = "https://api.example";

    @Test
    @Journey
    void tokenSubjectIsTheClient() {
        TestClient client = OAuth.machine("orders:read orders:write", Map.of("roles", List.of("clerk", "auditor")));

        Response response = tokenRequest(client).clientCredentials().send();

        response.then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .body("scope", equalTo("orders:read orders:write"))
                .body("$", not(hasKey("refresh_token")))
                .body("$", not(hasKey("id_token")));
        JsonNode header = OAuth.header(OAuth.accessToken(response));
        JsonNode claims = OAuth.claims(OAuth.accessToken(response));
        assertThat(header.get("typ").asText()).isEqualTo("at+jwt");
        assertThat(names(claims))
                .containsExactlyInAnyOrder(
                        "iss", "sub", "aud", "exp", "iat", "nbf", "jti", "client_id", "scope", "groups");
        assertThat(claims.get("sub").asText()).isEqualTo(client.id());
        assertThat(claims.get("client_id").asText()).isEqualTo(client.id());
        assertThat(claims.get("groups")).map(JsonNode::asText).containsExactly("auditor", "clerk");
    }

    @Test
    void everyTokenIsUnique() {
        TestClient client = OAuth.machine("orders:read");

        String first = tokenRequest(client).clientCredentials().accessToken();
        String second = tokenRequest(client).clientCredentials().accessToken();

        assertThat(OAuth.claims(first).get("jti"))
                .isNotEqualTo(OAuth.claims(second).get("jti"));
    }

    @Test
    @Journey
    void registeredAlgorithmAndLifetimeAreUsed() {
        TestClient client = OAuth.machine(
                "orders:read", Map.of("access_token_signed_response_alg", "ES256", "access_token_ttl", 40));

        Response response = tokenRequest(client).clientCredentials().send();

        response.then().statusCode(200).body("expires_in", equalTo(40));
        assertThat(OAuth.header(OAuth.accessToken(response)).get("alg").asText())
                .isEqualTo("ES256");
        JsonNode claims = OAuth.claims(OAuth.accessToken(response));
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(40);
    }

    @Test
    @Journey
    void requestedScopeMayBeNarrowerButNotWider() {
        TestClient client = OAuth.machine("orders:read orders:write openid");

        tokenRequest(client)
                .clientCredentials()
                .scope("orders:read")
                .send()
                .then()
                .statusCode(200)
                .body("scope", equalTo("orders:read"));
        for (String wider : List.of("orders:read orders:delete", "openid", "orders:read offline_access")) {
            assertOAuthError(
                    tokenRequest(client).clientCredentials().scope(wider).send(), 400, "invalid_scope");
        }
    }

    @Test
    void resourcesBecomeAudiences() {
        TestClient client = OAuth.machine("orders:read", Map.of("audiences", List.of(API, "https://files.example")));

        String byDefault = tokenRequest(client).clientCredentials().accessToken();
        String both = tokenRequest(client)
                .clientCredentials()
                .resource("https://files.example")
                .resource(API)
                .accessToken();

        assertThat(OAuth.claims(byDefault).get("aud").asText()).isEqualTo(API);
        assertThat(OAuth.claims(both).get("aud")).map(JsonNode::asText).containsExactly("https://files.example", API);
        for (String foreign : List.of("https://elsewhere.example", API + "/", API.toUpperCase(java.util.Locale.ROOT))) {
            assertOAuthError(
                    tokenRequest(client).clientCredentials().resource(foreign).send(), 400, "invalid_target");
        }
    }

    @Test
    void duplicateParametersAreRejected() {
        TestClient client = OAuth.machine("orders:read");

        for (String name : List.of("grant_type", "scope", "client_id", "anything")) {
            String value =
                    name.equals("grant_type") ? "client_credentials" : name.equals("client_id") ? client.id() : "x";
            Response response = name.equals("grant_type")
                    ? tokenRequest(client)
                            .with("grant_type", value)
                            .with("grant_type", value)
                            .send()
                    : tokenRequest(client)
                            .clientCredentials()
                            .with(name, value)
                            .with(name, value)
                            .send();
            assertOAuthError(response, 400, "invalid_request");
        }
    }

    @Test
    void emptyParameterCountsAsAbsent() {
        TestClient client = OAuth.machine("orders:read");

        tokenRequest(client)
                .clientCredentials()
                .scope("")
                .resource("")
                .send()
                .then()
                .statusCode(200);
        assertOAuthError(tokenRequest(client).grant("").send(), 400, "invalid_request");
    }

    @Test
    void twoAuthenticationMethodsAreRejected() {
        TestClient client = OAuth.machine("orders:read");

        assertOAuthError(
                tokenRequest(client)
                        .clientCredentials()
                        .with("client_id", client.id())
                        .with("client_secret", client.secret())
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    @Journey
    void wrongSecretAndUnknownClientAreIndistinguishable() {
        TestClient client = OAuth.machine("orders:read");

        Response wrong = tokenRequest(new TestClient(client.id(), client.secret() + "x"))
                .clientCredentials()
                .send();
        Response unknown = tokenRequest(new TestClient("nobody", "nothing"))
                .clientCredentials()
                .send();

        wrong.then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("error", equalTo("invalid_client"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void unregisteredGrantIsRejected() {
        TestClient client = TestClient.register(
                Map.of("client_name", "web", "redirect_uris", List.of("https://web.example/cb"), "scope", "openid"));

        assertOAuthError(tokenRequest(client).clientCredentials().send(), 400, "unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "implicit", "urn:example:none", "CLIENT_CREDENTIALS"})
    void unsupportedGrantTypeIsRejected(String grantType) {
        assertOAuthError(
                tokenRequest(OAuth.machine("orders:read")).grant(grantType).send(), 400, "unsupported_grant_type");
    }

    @Test
    void onlyPostedFormsAreAccepted() {
        TestClient client = OAuth.machine("orders:read");

        given().header("Authorization", client.basic())
                .get("/oauth2/token?grant_type=client_credentials")
                .then()
                .statusCode(405);
        assertOAuthError(
                given().header("Authorization", client.basic())
                        .contentType("application/json")
                        .body("{\"grant_type\":\"client_credentials\"}")
                        .post("/oauth2/token"),
                400,
                "invalid_request");
        assertOAuthError(
                given().header("Authorization", client.basic())
                        .contentType("application/x-www-form-urlencoded")
                        .post("/oauth2/token?grant_type=client_credentials"),
                400,
                "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "grant_type=%zz",
                "grant_type=%00",
                "grant_type",
                "&&&=&",
                "grant_type=%ff%fe",
                "=a",
                "a=%C3%28"
            })
    void malformedFormIsInvalidRequest(String body) {
        assertOAuthError(
                given().contentType("application/x-www-form-urlencoded")
                        .body(body)
                        .post("/oauth2/token"),
                400,
                "invalid_request");
    }

    @Test
    void overlongParametersAreRejected() {
        TestClient client = OAuth.machine("orders:read");

        assertOAuthError(
                tokenRequest(client)
                        .clientCredentials()
                        .scope("a".repeat(2_000))
                        .send(),
                400,
                "invalid_scope");
        assertOAuthError(
                tokenRequest(client)
                        .clientCredentials()
                        .with("x", "a".repeat(20_000))
                        .send(),
                400,
                "invalid_request");
    }

    @Test
    void clientTokenHasSubjectButNoSession() {
        String token = tokenRequest(OAuth.machine("orders:read", Map.of("roles", List.of("clerk"))))
                .clientCredentials()
                .accessToken();

        Signet.me(token)
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("clerk")))
                .body("$", not(hasKey("sid")));
        Signet.verify(token).then().statusCode(200).body("active", equalTo(true));
        for (String path : List.of("/auth/sessions", "/auth/factors")) {
            assertProblem(Signet.bearer(token).get(path), 403, "first_party_only");
        }
        assertProblem(Signet.bearer(token).post("/auth/logout"), 403, "first_party_only");
        Signet.bearer(token).delete("/auth/sessions").then().statusCode(403);
    }

    @Test
    @Journey
    void deletedClientIsRejectedAtOnce() {
        TestClient client = OAuth.machine("orders:read");
        String token = tokenRequest(client).clientCredentials().accessToken();

        Signet.adminRequest().delete("/admin/clients/" + client.id()).then().statusCode(204);

        Signet.me(token).then().statusCode(401);
        Signet.verify(token).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        tokenRequest(client).clientCredentials().send().then().statusCode(401);
    }

    @Test
    @Journey
    void recreatedClientGetsValidTokensAtOnce() {
        Map<String, String> chosen = Map.of("client_id", "again-" + UUID.randomUUID());
        TestClient first = OAuth.machine("orders:read", chosen);
        String former = tokenRequest(first).clientCredentials().accessToken();
        Signet.adminRequest().delete("/admin/clients/" + first.id()).then().statusCode(204);

        TestClient second = OAuth.machine("orders:read", chosen);
        String present = tokenRequest(second).clientCredentials().accessToken();

        Signet.verify(present).then().body("active", equalTo(true));
        Signet.verify(former).then().body("active", equalTo(false));
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }
}
