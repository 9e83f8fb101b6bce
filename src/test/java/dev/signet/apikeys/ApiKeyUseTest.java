package dev.signet.apikeys;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** API keys in place of access tokens, until they expire or their owner loses access. */
@QuarkusTest
class ApiKeyUseTest {

    // Features that DRF's TokenAuthentication and hand-made API keys lacked (docs/api/api-keys-and-tickets.md): several
    // keys, expiry, hashing, revocation, time of last use.
    @Test
    void keysOfAnAccountExpireAndAreRevokedSeparately() throws Exception {
        Tokens tokens = Signet.createUser().login();
        Instant end = Instant.now().plus(Duration.ofDays(7));
        ApiKey first = ApiKey.of(tokens, Map.of("name", "first", "expires_at", end.toString()));
        ApiKey second = ApiKey.of(tokens, Map.of("name", "second"));

        first.me().then().statusCode(200);
        await().until(() -> ApiKey.list(tokens).path("items[0].last_used_at") != null);
        Signet.bearer(tokens.access())
                .delete(ApiKey.PATH + "/" + first.id())
                .then()
                .statusCode(204);

        first.assertRejected();
        second.me().then().statusCode(200);
        ApiKey.list(tokens).then().body("items.name", equalTo(List.of("second")));
    }

    @Test
    void cachedKeyIsRejectedAfterExpiry() throws Exception {
        Tokens tokens = Signet.createUser().login();
        ApiKey key = ApiKey.of(
                tokens, Map.of("expires_at", Instant.now().plusSeconds(3).toString()));
        key.me();

        await().until(() -> key.me().statusCode() == 401);

        key.assertRejected();
        ApiKey.list(tokens).then().body("items", empty());
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
    void disablingTheOwnerEndsKeysAtOnce() {
        TestUser user = Signet.createUser();
        ApiKey key = ApiKey.of(user);
        key.me().then().statusCode(200);

        Signet.setEnabled(user.id(), false);
        key.assertRejected();
        Signet.setEnabled(user.id(), true);
        key.me().then().statusCode(200);
    }

    @Test
    void deletingTheOwnerEndsKeysAtOnce() {
        TestUser user = Signet.createUser();
        ApiKey key = ApiKey.of(user);
        key.me().then().statusCode(200);

        Signet.adminRequest().delete("/admin/accounts/" + user.id()).then().statusCode(204);

        key.assertRejected();
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
        before.assertRejected();

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
}
