package dev.signet.apikeys;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** API keys of other accounts, and the events about keys. */
@QuarkusTest
class ApiKeyAdministrationTest {

    @Test
    void keyOfAnotherAccountIsNotFound() {
        Tokens other = Signet.createUser().login();
        ApiKey key = ApiKey.of(Signet.createUser());

        assertProblem(Signet.bearer(other.access()).delete(ApiKey.PATH + "/" + key.id()), 404, "not_found");
        assertProblem(ApiKey.tryRotate(other, key.id(), Map.of()), 404, "not_found");
        ApiKey.tryRotate(other, UUID.randomUUID().toString(), Map.of()).then().statusCode(404);
        ApiKey.list(other).then().body("items", empty());
        key.me().then().statusCode(200);
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
        key.assertRejected();
        next.me().then().statusCode(200);
        Signet.adminRequest().get(ApiKey.path(account)).then().body("items.id", equalTo(List.of(key.id())));
        Signet.adminRequest()
                .delete(ApiKey.path(account) + "/" + key.id())
                .then()
                .statusCode(204);
        next.assertRejected();

        Signet.adminRequest()
                .body(Map.of("name", "a key", "roles", List.of("admin")))
                .post(ApiKey.path(account))
                .then()
                .statusCode(400);
        Signet.setEnabled(account, false);
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

        first.assertRejected();
        second.assertRejected();
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
        key.revoke(tokens);

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
}
