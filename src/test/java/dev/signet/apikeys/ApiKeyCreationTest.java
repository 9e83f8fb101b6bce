package dev.signet.apikeys;

import dev.signet.support.ConcurrentCalls;
import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Creation of API keys: shown once, and never with more access than their owner. */
@QuarkusTest
class ApiKeyCreationTest {

    @Test
    @Journey
    void keyIsReturnedOnceAndWorksLikeAnAccessToken() {
        TestUser user = Signet.createUser("reader", "writer");
        Tokens tokens = user.login();

        Response created = ApiKey.tryCreate(
                tokens, Map.of("name", "nightly backup", "scopes", List.of("profile"), "roles", List.of("reader")));

        created.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", equalTo(ApiKey.PATH + "/" + created.path("id")))
                .body("api_key", matchesPattern("sgk_[0-9A-Za-z]{49}"))
                .body("prefix", equalTo(created.<String>path("api_key").substring(0, 10)))
                .body("name", equalTo("nightly backup"))
                .body("scopes", equalTo(List.of("profile")))
                .body("roles", equalTo(List.of("reader")))
                .body("audience", equalTo(List.of(ISSUER)))
                .body("expires_at", notNullValue())
                .body("last_used_at", nullValue());
        Signet.me(created.path("api_key"))
                .then()
                .statusCode(200)
                .body("sub", equalTo(user.id()))
                .body("username", equalTo(user.username()))
                .body("roles", equalTo(List.of("reader")))
                .body("sid", nullValue())
                .body("auth_time", nullValue())
                .body("amr", nullValue());
        ApiKey.list(tokens)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(created.path("id")))
                .body("items[0].api_key", nullValue());
        assertThat(ApiKey.list(tokens).asString()).doesNotContain(created.<String>path("api_key"));
    }

    @Test
    void onlyNameIsRequiredAndNothingElseIsGranted() {
        TestUser user = Signet.createUser("reader");

        Response created = ApiKey.tryCreate(user.login(), Map.of());

        created.then().statusCode(201).body("scopes", empty()).body("roles", empty());
        Signet.me(created.path("api_key")).then().statusCode(200).body("roles", empty());
        Duration life = Duration.between(Instant.now(), Instant.parse(created.path("expires_at")));
        assertThat(life).isBetween(Duration.ofDays(89), Duration.ofDays(90));
    }

    @Test
    void nullExpiryCreatesKeyWithoutExpiry() {
        Map<String, Object> members = new HashMap<>();
        members.put("expires_at", null);

        Response created = ApiKey.tryCreate(Signet.createUser().login(), members);

        created.then().statusCode(201).body("expires_at", nullValue());
        Signet.me(created.path("api_key")).then().statusCode(200);
    }

    @Journey
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"name\":\"\"}",
                "{\"name\":\" \"}",
                "{\"name\":5}",
                "{\"name\":\"a\\nb\"}",
                "{\"name\":\"a\\u202eb\"}",
                "{\"name\":\"a\",\"id\":\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"}",
                "{\"name\":\"a\",\"api_key\":\"sgk_x\"}",
                "{\"name\":\"a\",\"account_id\":\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"}",
                "{\"name\":\"a\",\"scopes\":\"profile\"}",
                "{\"name\":\"a\",\"scopes\":[null]}",
                "{\"name\":\"a\",\"roles\":[\"\"]}",
                "{\"name\":\"a\",\"roles\":[5]}",
                "{\"name\":\"a\",\"expires_at\":5}",
                "{\"name\":\"a\",\"expires_at\":\"tomorrow\"}",
                "{\"name\":\"a\",\"expires_at\":\"2020-01-01T00:00:00Z\"}",
                "{\"name\":\"a\",\"expires_at\":\"+99999-01-01T00:00:00Z\"}",
                "{\"name\":\"a\",\"expires_at\":\"2099-01-01\"}"
            })
    void malformedBodyIsAClientError(String body) {
        assertProblem(
                Signet.bearer(Signet.createUser().login().access())
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post(ApiKey.PATH),
                400,
                "invalid_request");
    }

    @Test
    void overlongMembersAreRejected() {
        Tokens tokens = Signet.createUser().login();

        ApiKey.tryCreate(tokens, Map.of("name", "n".repeat(101))).then().statusCode(400);
        ApiKey.tryCreate(tokens, Map.of("roles", numbered(51))).then().statusCode(400);
        ApiKey.tryCreate(tokens, Map.of("scopes", numbered(51))).then().statusCode(400);
        ApiKey.tryCreate(tokens, Map.of("name", "n".repeat(100))).then().statusCode(201);
    }

    @Test
    void keyCannotExceedItsOwner() {
        Tokens tokens = Signet.createUser("reader").login();
        Signet.createUser("writer");

        for (String role : List.of("writer", "admin", "no-such-role")) {
            ApiKey.tryCreate(tokens, Map.of("roles", List.of("reader", role)))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("roles"));
        }
        assertProblem(
                ApiKey.tryCreate(tokens, Map.of("scopes", List.of("profile", "orders:write"))), 400, "invalid_scope");
        assertProblem(
                ApiKey.tryCreate(tokens, Map.of("audience", List.of("https://elsewhere.example"))),
                400,
                "invalid_target");
    }

    @Test
    void keyCannotHaveTheAdminRole() {
        ApiKey.tryCreate(Signet.admin(), Map.of("roles", List.of("admin")))
                .then()
                .statusCode(400)
                .body("member", equalTo("roles"));
        ApiKey key = ApiKey.of(Signet.admin(), Map.of("name", "of the administrator"));

        assertProblem(key.call().get("/admin/accounts"), 403, "forbidden");
        key.revoke(Signet.admin());
    }

    @Test
    void clientsCannotCreateKeysForUsers() {
        TestClient machine = OAuth.machine("orders:read", Map.of("audiences", List.of(ISSUER)));
        String token = tokenRequest(machine).clientCredentials().accessToken();

        assertProblem(
                Signet.bearer(token)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "a key"))
                        .post(ApiKey.PATH),
                403,
                "first_party_only");
    }

    @Test
    @OnBothStacks
    void concurrentCreationRespectsKeyLimit() throws Exception {
        Tokens tokens = Signet.createUser().login();
        List<Response> responses = ConcurrentCalls.run(60, () -> ApiKey.tryCreate(tokens, Map.of()));

        assertThat(responses.stream().filter(response -> response.statusCode() == 201))
                .hasSize(50);
        assertProblem(ApiKey.tryCreate(tokens, Map.of()), 409, "limit_reached");
        Response page = Signet.bearer(tokens.access()).queryParam("limit", 30).get(ApiKey.PATH);
        page.then().statusCode(200).body("items.size()", equalTo(30));
        Signet.bearer(tokens.access())
                .queryParam("limit", 30)
                .queryParam("after", page.<String>path("next"))
                .get(ApiKey.PATH)
                .then()
                .body("items.size()", equalTo(20))
                .body("next", nullValue());
        new ApiKey(page.path("items[0].id"), "").revoke(tokens);
        ApiKey.of(tokens, Map.of());
    }

    private static List<String> numbered(int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add("v" + i);
        }
        return values;
    }
}
