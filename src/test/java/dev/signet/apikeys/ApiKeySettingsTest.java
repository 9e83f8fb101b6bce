package dev.signet.apikeys;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Settings of an installation that differ from the defaults. */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class ApiKeySettingsTest {

    @Test
    void oldLoginCannotCreateOrRotateKeys() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        ApiKey key = ApiKey.of(tokens, Map.of());
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> ApiKey.tryRotate(tokens, key.id(), Map.of()).statusCode() == 401);
        Tokens refreshed = Signet.tokens(Signet.refresh(tokens.refresh()));

        for (Response response :
                List.of(ApiKey.tryCreate(refreshed, Map.of()), ApiKey.tryRotate(refreshed, key.id(), Map.of()))) {
            response.then()
                    .statusCode(401)
                    .header(
                            "WWW-Authenticate",
                            containsString("error=\"insufficient_user_authentication\", max_age=10"))
                    .body("code", equalTo("insufficient_user_authentication"));
        }
        Signet.bearer(refreshed.access()).get(ApiKey.PATH).then().statusCode(200);
        Signet.bearer(refreshed.access())
                .delete(ApiKey.PATH + "/" + key.id())
                .then()
                .statusCode(204);
        ApiKey.of(user);
    }

    @Test
    @Journey
    void apiKeyExpiryIsLimitedByMaxTtl() {
        TestUser user = Signet.createUser();
        Response created = ApiKey.tryCreate(user.login(), Map.of());
        assertThat(Instant.parse(created.path("expires_at")))
                .isBeforeOrEqualTo(Instant.now().plus(Duration.ofDays(30)));

        Map<String, Object> endless = new HashMap<>();
        endless.put("expires_at", null);
        String late = Instant.now().plus(Duration.ofDays(31)).toString();
        for (Map<String, Object> members : List.of(endless, Map.<String, Object>of("expires_at", late))) {
            ApiKey.tryCreate(user.login(), members).then().statusCode(400).body("member", equalTo("expires_at"));
            ApiKey.tryRotate(user.login(), created.path("id"), members)
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("expires_at"));
        }
    }

    @Test
    void adminKeyCannotCreateKeys() {
        Tokens admin = Signet.admin();
        ApiKey key = ApiKey.of(admin, Map.of("roles", List.of("admin")));
        ApiKey weak = ApiKey.of(admin, Map.of());
        String account = Signet.createUser().id();
        String own = key.me().path("sub");

        key.call().get("/admin/accounts").then().statusCode(200);
        weak.call().get("/admin/accounts").then().statusCode(403);
        for (Response response : List.of(
                key.call().body(Map.of("name", "another")).post(ApiKey.path(account)),
                key.call().body(Map.of("name", "another")).post(ApiKey.path(own)),
                key.call().post(ApiKey.path(own) + "/" + key.id() + "/rotations"))) {
            assertProblem(response, 403, "first_party_only");
        }
        key.call().delete(ApiKey.path(own)).then().statusCode(204);
        key.me().then().statusCode(401);
        weak.me().then().statusCode(401);
    }
}
