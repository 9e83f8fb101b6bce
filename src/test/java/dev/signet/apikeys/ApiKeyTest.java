package dev.signet.apikeys;

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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ApiKeyTest {

    private static final Duration MAX_TEST_DURATION = Duration.ofSeconds(60);

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
        list(tokens)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(created.path("id")))
                .body("items[0].api_key", nullValue());
        assertThat(list(tokens).asString()).doesNotContain(created.<String>path("api_key"));
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

    // Features that DRF's TokenAuthentication and hand-made API keys lacked (docs/api/api-keys-and-tickets.md): several
    // keys, expiry, hashing, revocation, time of last use.
    @Test
    void keysOfAnAccountExpireAndAreRevokedSeparately() throws Exception {
        Tokens tokens = Signet.createUser().login();
        Instant end = Instant.now().plus(Duration.ofDays(7));
        ApiKey first = ApiKey.of(tokens, Map.of("name", "first", "expires_at", end.toString()));
        ApiKey second = ApiKey.of(tokens, Map.of("name", "second"));

        first.me().then().statusCode(200);
        await().until(() -> list(tokens).path("items[0].last_used_at") != null);
        Signet.bearer(tokens.access())
                .delete(ApiKey.PATH + "/" + first.id())
                .then()
                .statusCode(204);

        assertRejected(first);
        second.me().then().statusCode(200);
        list(tokens).then().body("items.name", equalTo(List.of("second")));
    }

    @Test
    void nullExpiryCreatesKeyWithoutExpiry() {
        Map<String, Object> members = new HashMap<>();
        members.put("expires_at", null);

        Response created = ApiKey.tryCreate(Signet.createUser().login(), members);

        created.then().statusCode(201).body("expires_at", nullValue());
        Signet.me(created.path("api_key")).then().statusCode(200);
    }

    @Test
    void cachedKeyIsRejectedAfterExpiry() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = ApiKey.of(
                tokens, Map.of("expires_at", Instant.now().plusSeconds(3).toString()));
        key.me();

        await().until(() -> key.me().statusCode() == 401);

        assertRejected(key);
        list(tokens).then().body("items", empty());
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
    @Journey
    void keyRolesFollowTheOwnersRoles() throws Exception {
        TestUser user = Signet.createUser("reader", "writer");
        ApiKey key = ApiKey.of(user, "reader", "writer");
        key.me().then().body("roles", equalTo(List.of("reader", "writer")));

        Signet.adminRequest().body(List.of("writer")).put("/admin/accounts/" + user.id() + "/roles");
        key.me().then().statusCode(200).body("roles", equalTo(List.of("writer")));
        Signet.adminRequest().body(List.of("reader", "writer")).put("/admin/accounts/" + user.id() + "/roles");

        key.me().then().body("roles", equalTo(List.of("reader", "writer")));
    }

    @Test
    void keyCannotHaveTheAdminRole() {
        ApiKey.tryCreate(Signet.admin(), Map.of("roles", List.of("admin")))
                .then()
                .statusCode(400)
                .body("member", equalTo("roles"));
        ApiKey key = ApiKey.of(Signet.admin(), Map.of("name", "of the administrator"));

        assertProblem(key.call().get("/admin/accounts"), 403, "forbidden");
        revoke(Signet.admin(), key);
    }

    @Test
    void disablingTheOwnerEndsKeysAtOnce() {
        TestUser user = Signet.createUser();
        ApiKey key = ApiKey.of(user);
        key.me().then().statusCode(200);

        setEnabled(user.id(), false);
        assertRejected(key);
        setEnabled(user.id(), true);
        key.me().then().statusCode(200);
    }

    @Test
    void deletingTheOwnerEndsKeysAtOnce() {
        TestUser user = Signet.createUser();
        ApiKey key = ApiKey.of(user);
        key.me().then().statusCode(200);

        Signet.adminRequest().delete("/admin/accounts/" + user.id()).then().statusCode(204);

        assertRejected(key);
    }

    @Test
    void revocationEndsKeysCreatedBefore() {
        TestUser user = Signet.createUser();
        ApiKey before = ApiKey.of(user);
        before.me().then().statusCode(200);

        Signet.adminRequest()
                .body(Map.of())
                .post("/admin/accounts/" + user.id() + "/not-before")
                .then()
                .statusCode(200);
        assertRejected(before);

        ApiKey.of(user).me().then().statusCode(200);
    }

    @Test
    void keySurvivesPasswordChangeAndReportsNewName() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        ApiKey key = ApiKey.of(tokens, Map.of());
        key.me().then().body("username", equalTo(user.username()));

        Signet.bearer(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", Signet.PASSWORD, "new_password", "another long enough one"))
                .post("/auth/password")
                .then()
                .statusCode(204);
        String renamed = "renamed-" + UUID.randomUUID();
        Signet.adminRequest().body(Map.of("username", renamed)).patch("/admin/accounts/" + user.id());

        key.me().then().statusCode(200).body("username", equalTo(renamed));
    }

    @Test
    void keyCannotReplaceALogin() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        ApiKey key = ApiKey.of(tokens, Map.of());
        String id = ApiKey.PATH + "/" + key.id();

        List<Response> responses = List.of(
                key.call().get(ApiKey.PATH),
                key.call().body(Map.of("name", "another")).post(ApiKey.PATH),
                key.call().post(id + "/rotations"),
                key.call().delete(id),
                key.call().get("/auth/sessions"),
                key.call().delete("/auth/sessions"),
                key.call().get("/auth/factors"),
                key.call().body(Map.of("password", Signet.PASSWORD)).post("/auth/factors/totp"),
                key.call()
                        .body(Map.of("current_password", Signet.PASSWORD, "new_password", "another long enough one"))
                        .post("/auth/password"),
                key.call().get("/auth/consents"),
                key.call().contentType("text/plain").post("/auth/logout"));

        for (Response response : responses) {
            assertProblem(response, 403, "first_party_only");
        }
        Signet.me(tokens.access()).then().statusCode(200);
        key.me().then().statusCode(200);
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
    void keyOfAnotherAccountIsNotFound() {
        Tokens other = Signet.createUser().login();
        ApiKey key = ApiKey.of(Signet.createUser());

        assertProblem(Signet.bearer(other.access()).delete(ApiKey.PATH + "/" + key.id()), 404, "not_found");
        assertProblem(ApiKey.tryRotate(other, key.id(), Map.of()), 404, "not_found");
        ApiKey.tryRotate(other, UUID.randomUUID().toString(), Map.of()).then().statusCode(404);
        list(other).then().body("items", empty());
        key.me().then().statusCode(200);
    }

    @Test
    void malformedKeyIsRejectedLikeAnInvalidToken() {
        ApiKey key = ApiKey.of(Signet.createUser());
        char last = key.value().charAt(key.value().length() - 1);
        String typo = key.value().substring(0, key.value().length() - 1) + (last == 'a' ? 'b' : 'a');

        for (String presented : List.of(typo, "sgk_", "sgk_" + "0".repeat(49), key.value() + "x", "sgk_.a.b")) {
            Signet.me(presented)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                    .body("code", equalTo("invalid_token"));
            Signet.verify(presented).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        }
    }

    @Test
    void keyIsAcceptedOnlyAsBearerToken() {
        ApiKey key = ApiKey.of(Signet.createUser());

        given().queryParam("access_token", key.value()).get("/auth/me").then().statusCode(401);
        given().header("X-API-Key", key.value()).get("/auth/me").then().statusCode(401);
        given().header("Authorization", key.value()).get("/auth/me").then().statusCode(401);
        given().header("Authorization", "DPoP " + key.value())
                .get("/auth/me")
                .then()
                .statusCode(401);
        given().auth()
                .preemptive()
                .basic("x", key.value())
                .get("/auth/me")
                .then()
                .statusCode(401);
        Signet.refresh(key.value()).then().statusCode(401);
        given().header("Authorization", "bearer  " + key.value())
                .get("/auth/me")
                .then()
                .statusCode(200);
    }

    @Test
    void verifyAcceptsKeys() {
        TestUser user = Signet.createUser("reader");
        ApiKey key = ApiKey.of(user, "reader");

        Signet.verify(key.value())
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("sub", equalTo(user.id()))
                .body("upn", equalTo(user.username()))
                .body("groups", equalTo(List.of("reader")))
                .body("jti", equalTo(key.id()))
                .body("aud", equalTo(ISSUER));
    }

    @Test
    @Journey
    void rotationKeepsFormerKeyForATime() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey former = ApiKey.of(tokens, Map.of());

        Response rotated = ApiKey.tryRotate(tokens, former.id(), Map.of("former_key_ttl", 2));

        ApiKey key = ApiKey.read(rotated);
        rotated.then()
                .body("former_expires_at", notNullValue())
                .body("prefix", equalTo(key.value().substring(0, 10)));
        assertThat(key.id()).isEqualTo(former.id());
        assertThat(key.value()).isNotEqualTo(former.value());
        key.me().then().statusCode(200);
        await().until(() -> former.me().statusCode() == 401);
        key.me().then().statusCode(200);
        list(tokens).then().body("items.size()", equalTo(1)).body("items[0].former_expires_at", nullValue());
    }

    @Test
    void revocationEndsCurrentAndFormerKey() {
        Tokens tokens = Signet.createUser().login();
        ApiKey former = ApiKey.of(tokens, Map.of());
        former.me().then().statusCode(200);
        ApiKey key = former.rotated(tokens, Map.of());

        former.me().then().statusCode(200);
        key.me().then().statusCode(200);
        revoke(tokens, key);

        assertRejected(former);
        assertRejected(key);
    }

    @Test
    void rotationWithoutOverlapEndsFormerKey() {
        Tokens tokens = Signet.createUser().login();
        ApiKey first = ApiKey.of(tokens, Map.of());
        ApiKey second = first.rotated(tokens, Map.of());
        first.me().then().statusCode(200);
        second.me().then().statusCode(200);

        ApiKey third = first.rotated(tokens, Map.of("former_key_ttl", 0));

        assertRejected(first);
        assertRejected(second);
        third.me().then().statusCode(200);
    }

    @Test
    void rotationIsRejectedWhileFormerKeyIsValid() {
        Tokens tokens = Signet.createUser().login();
        ApiKey first = ApiKey.of(tokens, Map.of());
        ApiKey second = first.rotated(tokens, Map.of());

        assertProblem(ApiKey.tryRotate(tokens, first.id(), Map.of()), 409, "conflict");

        first.me().then().statusCode(200);
        second.me().then().statusCode(200);
    }

    @Test
    void rotationKeepsTheTimeToLive() {
        Tokens tokens = Signet.createUser().login();
        Instant end = Instant.now().plus(Duration.ofDays(7));
        ApiKey key = ApiKey.of(tokens, Map.of("expires_at", end.toString()));
        Instant created = Instant.now();
        await().until(() -> Instant.now().isAfter(created));

        Response rotated = ApiKey.tryRotate(tokens, key.id(), Map.of());

        Instant next = Instant.parse(rotated.then().statusCode(201).extract().path("expires_at"));
        assertThat(next).isAfter(end).isBefore(end.plus(MAX_TEST_DURATION));
        for (Object wrong : List.of("2020-01-01T00:00:00Z", 5)) {
            ApiKey.tryRotate(tokens, key.id(), Map.of("former_key_ttl", 0, "expires_at", wrong))
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("expires_at"));
        }
        for (Object wrong : List.of(-1, 30 * 86_400 + 1, "5")) {
            ApiKey.tryRotate(tokens, key.id(), Map.of("former_key_ttl", wrong))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @OnBothStacks
    @Journey
    void concurrentRotationsSucceedOnce() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = ApiKey.of(tokens, Map.of());

        List<Response> responses = runConcurrently(20, () -> ApiKey.tryRotate(tokens, key.id(), Map.of()));

        List<Response> won = responses.stream()
                .filter(response -> response.statusCode() == 201)
                .toList();
        assertThat(won).hasSize(1);
        assertThat(responses).extracting(Response::statusCode).containsOnly(201, 409);
        key.me().then().statusCode(200);
        ApiKey.read(won.get(0)).me().then().statusCode(200);
    }

    @Test
    @OnBothStacks
    void concurrentCreationRespectsKeyLimit() throws Exception {
        Tokens tokens = Signet.createUser().login();
        List<Response> responses = runConcurrently(60, () -> ApiKey.tryCreate(tokens, Map.of()));

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
        revoke(tokens, new ApiKey(page.path("items[0].id"), ""));
        ApiKey.of(tokens, Map.of());
    }

    @Test
    @Journey
    void administratorCreatesKeysForServiceAccount() {
        String account = serviceAccount();

        ApiKey key = ApiKey.byAdministrator(account, Map.of("name", "the robot's", "roles", List.of("robot")));
        key.me().then().statusCode(200).body("sub", equalTo(account)).body("roles", equalTo(List.of("robot")));
        ApiKey next = ApiKey.read(Signet.adminRequest()
                .body(Map.of("former_key_ttl", 0))
                .post(ApiKey.path(account) + "/" + key.id() + "/rotations"));
        assertRejected(key);
        next.me().then().statusCode(200);
        Signet.adminRequest().get(ApiKey.path(account)).then().body("items.id", equalTo(List.of(key.id())));
        Signet.adminRequest()
                .delete(ApiKey.path(account) + "/" + key.id())
                .then()
                .statusCode(204);
        assertRejected(next);

        Signet.adminRequest()
                .body(Map.of("name", "a key", "roles", List.of("admin")))
                .post(ApiKey.path(account))
                .then()
                .statusCode(400);
        setEnabled(account, false);
        assertProblem(Signet.adminRequest().body(Map.of("name", "a key")).post(ApiKey.path(account)), 409, "conflict");
    }

    @Test
    void administratorListsAndRevokesKeys() {
        TestUser user = Signet.createUser();
        ApiKey first = ApiKey.of(user);
        ApiKey second = ApiKey.of(user);
        first.me().then().statusCode(200);

        Signet.adminRequest()
                .get(ApiKey.path(user.id()))
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(first.id(), second.id())))
                .body("items[0].api_key", nullValue());
        Signet.adminRequest().delete(ApiKey.path(user.id())).then().statusCode(204);

        assertRejected(first);
        assertRejected(second);
        String unknown = UUID.randomUUID().toString();
        Signet.adminRequest().get(ApiKey.path(unknown)).then().statusCode(404);
        Signet.adminRequest().delete(ApiKey.path(unknown)).then().statusCode(404);
        Signet.adminRequest()
                .body(Map.of("name", "a key"))
                .post(ApiKey.path(unknown))
                .then()
                .statusCode(404);
        Signet.bearer(user.login().access()).get(ApiKey.path(user.id())).then().statusCode(403);
    }

    @Test
    void keyChangesAreRecorded() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        ApiKey key = ApiKey.of(tokens, Map.of());
        key.rotated(tokens, Map.of());
        revoke(tokens, key);

        for (String type : List.of("api_key.created", "api_key.rotated", "api_key.revoked")) {
            Signet.adminRequest()
                    .queryParam("type", type)
                    .get("/admin/events")
                    .then()
                    .statusCode(200)
                    .body("items.subject", hasItem(key.id()))
                    .body("items.find { it.subject == '" + key.id() + "' }.actor", equalTo(user.id()))
                    .body("items.find { it.subject == '" + key.id() + "' }.detail.account", equalTo(user.id()));
        }
        Signet.adminRequest().get("/admin/events").then().body(not(containsString(key.value())));
    }

    private static String serviceAccount() {
        Signet.adminRequest().body(Map.of("name", "robot")).post("/admin/roles");
        return Signet.adminRequest()
                .body(Map.of("kind", "service", "username", "robot-" + UUID.randomUUID(), "roles", List.of("robot")))
                .post("/admin/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void setEnabled(String account, boolean enabled) {
        Signet.adminRequest()
                .body(Map.of("enabled", enabled))
                .patch("/admin/accounts/" + account)
                .then()
                .statusCode(200);
    }

    private static void revoke(Tokens tokens, ApiKey key) {
        Signet.bearer(tokens.access())
                .delete(ApiKey.PATH + "/" + key.id())
                .then()
                .statusCode(204);
    }

    private static void assertRejected(ApiKey key) {
        assertProblem(key.me(), 401, "invalid_token");
        Signet.verify(key.value()).then().body("", equalTo(Map.of("active", false)));
    }

    private static Response list(Tokens tokens) {
        return Signet.bearer(tokens.access()).get(ApiKey.PATH);
    }

    private static List<String> numbered(int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add("v" + i);
        }
        return values;
    }

    private static <T> List<T> runConcurrently(int times, Callable<T> call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<T> responses = new ArrayList<>();
            for (Future<T> response : pool.invokeAll(Collections.nCopies(times, call))) {
                responses.add(response.get());
            }
            return responses;
        } finally {
            pool.shutdownNow();
        }
    }
}
