package dev.signet.accounts.administration;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AccountResourceTest {

    private String adminToken;

    @Test
    @Journey
    void locationHeaderPointsToCreatedAccount() {
        String username = "New-" + UUID.randomUUID();

        String location =
                post("""
                {"username": "%s", "email": "new@example.com", "password": "a long enough passphrase", "roles": ["admin"]}
                """.formatted(username)).statusCode(201).extract().header("Location");

        assertThat(location).startsWith("/admin/accounts/");
        admin().get(location)
                .then()
                .statusCode(200)
                .body("username", equalTo(username))
                .body("email", equalTo("new@example.com"))
                .body("email_verified", equalTo(false))
                .body("enabled", equalTo(true))
                .body("kind", equalTo("person"))
                .body("roles", equalTo(List.of("admin")))
                .body("created_at", notNullValue())
                .body("last_login_at", nullValue())
                .body("$", not(hasKey("password")))
                .body("$", not(hasKey("password_hash")));
        admin().delete(location).then().statusCode(204);
        admin().get(location).then().statusCode(404);
    }

    @Test
    void changedNameSetsUpdatedAt() {
        String location = post("{\"username\": \"named-%s\", \"name\": \" Zo\u0065\u0308 \"}"
                        .formatted(UUID.randomUUID()))
                .statusCode(201)
                .body("name", equalTo("Zoë"))
                .extract()
                .header("Location");
        Response created = admin().get(location);
        Instant first = Instant.parse(created.path("updated_at"));
        assertThat(first).isEqualTo(Instant.parse(created.path("created_at")));

        admin().contentType(ContentType.JSON)
                .body("{\"name\": \"Zoë Washburne\"}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("name", equalTo("Zoë Washburne"));
        Instant second = Instant.parse(admin().get(location).path("updated_at"));
        assertThat(second).isAfter(first);

        // An equal name and a change of roles do not affect updated_at.
        admin().contentType(ContentType.JSON)
                .body("{\"name\": \"Zoë Washburne\", \"roles\": []}")
                .patch(location)
                .then()
                .statusCode(200);
        assertThat(Instant.parse(admin().get(location).path("updated_at"))).isEqualTo(second);
        admin().contentType(ContentType.JSON)
                .body("{\"name\": null}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("name", nullValue());
        for (String rejected :
                List.of("\"\"", "\" \"", "7", "\"a\\nb\"", "\"a\\u202eb\"", '"' + "x".repeat(201) + '"')) {
            admin().contentType(ContentType.JSON)
                    .body("{\"name\": " + rejected + "}")
                    .patch(location)
                    .then()
                    .statusCode(400)
                    .body("member", equalTo("name"));
        }
        admin().contentType(ContentType.JSON)
                .body("{\"updated_at\": \"2020-01-01T00:00:00Z\"}")
                .patch(location)
                .then()
                .statusCode(400);
    }

    @Test
    @Journey
    void importedHashAllowsLogin() {
        String username = "imported-" + UUID.randomUUID();

        post("""
                {"username": "%s",
                 "password_hash": "pbkdf2_sha256$1000$saltsaltsalt$GacV8oEzUl3KM0Mwey9yrMcTPKpkL4jXrFpbKB8oOnI="}
                """.formatted(username)).statusCode(201);

        Signet.login(username, "correct horse battery");
        Signet.login(username, "correct horse battery");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"username\": null}",
                "{\"username\": 7}",
                "{\"username\": \"two words\"}",
                "{\"username\": \"nul\\u0000\"}",
                "{\"username\": \"half\\ud83d\"}",
                "{\"username\": \"ok-1\", \"id\": \"00000000-0000-0000-0000-000000000000\"}",
                "{\"username\": \"ok-1\", \"created_at\": \"2020-01-01T00:00:00Z\"}",
                "{\"username\": \"ok-1\", \"is_admin\": true}",
                "{\"username\": \"ok-1\", \"username\": \"ok-2\"}",
                "{\"username\": \"ok-1\", \"enabled\": \"true\"}",
                "{\"username\": \"ok-1\", \"roles\": [\"no-such\"]}",
                "{\"username\": \"ok-1\", \"roles\": [null]}",
                "{\"username\": \"ok-1\", \"roles\": [\"nul\\u0000\"]}",
                "{\"username\": \"ok-1\", \"roles\": \"admin\"}",
                "{\"username\": \"ok-1\", \"kind\": \"robot\"}",
                "{\"username\": \"ok-1\", \"kind\": \"service\", \"password\": \"a long enough passphrase\"}",
                "{\"username\": \"ok-1\", \"email\": \"nowhere\"}",
                "{\"username\": \"ok-1\", \"email\": \"a@b\\u000d\\u000aBcc: c@d\"}",
                "{\"username\": \"ok-1\", \"password\": \"short\"}",
                "{\"username\": \"ok-1\", \"password\": \"password\"}",
                "{\"username\": \"ok-1\", \"password_hash\": \"md5$x$5f4dcc3b5aa765d61d8327deb882cf99\"}",
                "{\"username\": \"ok-1\"} trailing"
            })
    void invalidAccountIsRejected(String body) {
        post(body).statusCode(400);

        admin().get("/admin/accounts?username=ok-1").then().body("items", hasSize(0));
    }

    @Test
    void patchChangesOnlyPresentMembers() {
        TestUser user = Signet.createUser();

        patch(user, "{\"email\": \"one@example.com\", \"email_verified\": true}")
                .statusCode(200)
                .body("email_verified", equalTo(true));
        patch(user, "{}").body("email", equalTo("one@example.com")).body("email_verified", equalTo(true));
        patch(user, "{\"email\": null}").body("email", nullValue()).body("email_verified", equalTo(false));
        patch(user, "{\"username\": \"%s-renamed\"}".formatted(user.username()))
                .body("username", equalTo(user.username() + "-renamed"));
        Signet.login(user.username() + "-renamed", Signet.PASSWORD);
        patch(user, "{}").body("last_login_at", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"username\": null}",
                "{\"enabled\": null}",
                "{\"email_verified\": null}",
                "{\"roles\": null}",
                "{\"password\": null}",
                "{\"enabled\": \"no\"}",
                "{\"id\": \"00000000-0000-0000-0000-000000000000\"}",
                "{\"kind\": \"service\"}",
                "{\"created_at\": \"2020-01-01T00:00:00Z\"}",
                "{\"last_login_at\": null}",
                "{\"unheard_of\": 1}",
                "{\"password\": \"short\"}"
            })
    void invalidPatchIsRejected(String body) {
        patch(Signet.createUser(), body).statusCode(400);
    }

    @Test
    void existingUsernameIsAConflict() {
        TestUser one = Signet.createUser();
        TestUser other = Signet.createUser();

        patch(other, "{\"username\": \"%s\"}".formatted(one.username().toUpperCase()))
                .statusCode(409)
                .body("code", equalTo("username_taken"));
        post("{\"username\": \"%s\"}".formatted(one.username()))
                .statusCode(409)
                .body("code", equalTo("username_taken"));
    }

    @Test
    @Journey
    void disabledAccountLosesAccessAtOnce() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();

        patch(user, "{\"enabled\": false}").statusCode(200).body("enabled", equalTo(false));

        user.loginRequest().send().then().statusCode(401);
        Signet.refresh(tokens.refresh()).then().statusCode(401);
        Signet.me(tokens.access()).then().statusCode(401);
    }

    @Test
    void newPasswordEndsSessions() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();

        admin().contentType(ContentType.JSON)
                .body("{\"password\": \"another long passphrase\"}")
                .put("/admin/accounts/{id}/password", user.id())
                .then()
                .statusCode(204);

        Signet.refresh(tokens.refresh()).then().statusCode(401);
        user.loginRequest().send().then().statusCode(401);
        Signet.login(user.username(), "another long passphrase");
    }

    @Test
    void rolesAreReplaced() {
        TestUser user = Signet.createUser("first-role", "second-role");

        admin().contentType(ContentType.JSON)
                .body("[\"second-role\", \"admin\", \"admin\"]")
                .put("/admin/accounts/{id}/roles", user.id())
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of("admin", "second-role")));

        admin().get("/admin/accounts/{id}/roles", user.id()).then().body("$", equalTo(List.of("admin", "second-role")));
        admin().delete("/admin/accounts/{id}", user.id()).then().statusCode(204);
    }

    @Test
    @Journey
    void pagesContainEveryAccountOnce() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(Signet.createUser().id());
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Response page = admin().get("/admin/accounts?limit=2" + (after.isEmpty() ? "" : "&after=" + after));
            List<String> ids = page.path("items.id");
            assertThat(ids).hasSizeBetween(1, 2);
            seen.addAll(ids);
            after = page.path("next");
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(created);
        admin().get("/admin/accounts?after=nonsense").then().statusCode(400);
        admin().get("/admin/accounts?limit=0").then().statusCode(400);
    }

    @Test
    void usernameFilterMatchesAnySpelling() {
        TestUser user = Signet.createUser();

        admin().queryParam("username", user.username().toUpperCase())
                .get("/admin/accounts")
                .then()
                .body("items.id", equalTo(List.of(user.id())));
        admin().queryParam("username", "nul\0")
                .get("/admin/accounts")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "not-a-uuid", "1", "%00"})
    void unknownAccountIsNotFound(String id) {
        admin().urlEncodingEnabled(false).get("/admin/accounts/" + id).then().statusCode(404);
        admin().urlEncodingEnabled(false).delete("/admin/accounts/" + id).then().statusCode(404);
    }

    @Test
    @Journey
    void onlyAdministratorsHaveAccess() {
        String token = Signet.createUser("some-role").login().access();

        Signet.bearer(token).get("/admin/accounts").then().statusCode(403);
        Signet.bearer(token)
                .contentType(ContentType.JSON)
                .body("{\"username\": \"intruder\"}")
                .post("/admin/accounts")
                .then()
                .statusCode(403);
        RestAssured.given().get("/admin/accounts").then().statusCode(401);
    }

    @Test
    void administrativeChangesAreRecordedWithActor() {
        TestUser user = Signet.createUser();
        patch(user, "{\"enabled\": false}").statusCode(200);

        admin().get("/admin/events?type=account.disabled")
                .then()
                .body("items.subject", hasItem(user.id()))
                .body("items[0].actor", notNullValue());
    }

    private RequestSpecification admin() {
        if (adminToken == null) {
            adminToken = Signet.admin().access();
        }
        return Signet.bearer(adminToken);
    }

    private ValidatableResponse post(String body) {
        return admin().contentType(ContentType.JSON)
                .body(body)
                .post("/admin/accounts")
                .then();
    }

    private ValidatableResponse patch(TestUser user, String body) {
        return admin().contentType(ContentType.JSON)
                .body(body)
                .patch("/admin/accounts/{id}", user.id())
                .then();
    }
}
