package dev.signet.login.session;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class SessionTest {

    @Test
    @Journey
    void bearerLogoutEndsTheSession() {
        Tokens tokens = Signet.createUser().login();

        Signet.bearer(tokens.access()).post("/auth/logout").then().statusCode(204);

        assertEnded(tokens);
    }

    @Test
    void refreshTokenLogoutEndsTheSession() {
        Tokens tokens = Signet.createUser().login();

        given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", tokens.refresh()))
                .post("/auth/logout")
                .then()
                .statusCode(204);

        assertEnded(tokens);
    }

    @Test
    void logoutWithoutTokenIsUnauthorized() {
        assertProblem(given().post("/auth/logout"), 401, "authentication_required");
    }

    @Test
    void logoutKeepsOtherSessions() {
        TestUser user = Signet.createUser();
        Tokens here = user.login();
        Tokens there = user.login();

        Signet.bearer(here.access()).post("/auth/logout").then().statusCode(204);

        Signet.me(there.access()).then().statusCode(200);
    }

    @Test
    @Journey
    void sessionListMarksTheCurrentSession() {
        TestUser user = Signet.createUser();
        Tokens here = user.login();
        user.login();

        List<Map<String, Object>> sessions = sessions(here);

        assertThat(sessions).hasSize(2);
        assertThat(sessions)
                .filteredOn(session -> (boolean) session.get("current"))
                .hasSize(1);
        assertThat(sessions.get(0))
                .containsKeys("id", "client_id", "address", "user_agent", "created_at", "last_used_at")
                .doesNotContainKeys("current_hash", "generation");
    }

    @Test
    void userEndsAnotherOwnSession() {
        TestUser user = Signet.createUser();
        Tokens here = user.login();
        Tokens there = user.login();
        String other = sessions(here).stream()
                .filter(session -> !(boolean) session.get("current"))
                .map(session -> (String) session.get("id"))
                .findFirst()
                .orElseThrow();

        Signet.bearer(here.access()).delete("/auth/sessions/" + other).then().statusCode(204);

        assertEnded(there);
        Signet.me(here.access()).then().statusCode(200);
    }

    @Test
    void sessionOfAnotherUserIsNotFound() {
        Tokens mine = Signet.createUser().login();
        Tokens foreign = Signet.createUser().login();
        String id = (String) sessions(foreign).get(0).get("id");

        Signet.bearer(mine.access()).delete("/auth/sessions/" + id).then().statusCode(404);
        Signet.bearer(mine.access())
                .delete("/auth/sessions/" + UUID.randomUUID())
                .then()
                .statusCode(404);

        Signet.me(foreign.access()).then().statusCode(200);
    }

    @Test
    @Journey
    void signOutEverywhereEndsAllSessions() {
        TestUser user = Signet.createUser();
        Tokens here = user.login();
        Tokens there = user.login();

        Signet.bearer(here.access()).delete("/auth/sessions").then().statusCode(204);

        assertEnded(here);
        assertEnded(there);
    }

    @Test
    @Journey
    void changedPasswordEndsEveryOtherSession() {
        TestUser user = Signet.createUser();
        Tokens here = user.login();
        Tokens there = user.login();

        changePassword(here, Signet.PASSWORD, "another fine passphrase", 204);

        assertEnded(there);
        Signet.me(here.access()).then().statusCode(200);
        Signet.login(user.username(), "another fine passphrase");
        user.loginRequest().send().then().statusCode(401);
    }

    @Test
    void passwordChangeRequiresCurrentAndValidNewPassword() {
        Tokens here = Signet.createUser().login();

        changePassword(here, "not the passphrase", "another fine passphrase", 401);
        changePassword(here, Signet.PASSWORD, "short", 400);
        changePassword(here, Signet.PASSWORD, "password123", 400);

        Signet.me(here.access()).then().statusCode(200);
    }

    @Test
    void administratorsListAndEndSessions() {
        TestUser user = Signet.createUser();
        Tokens tokens = user.login();
        String admin = Signet.admin().access();

        List<Map<String, Object>> sessions = Signet.bearer(admin)
                .get("/admin/accounts/" + user.id() + "/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(sessions).hasSize(1);
        Signet.bearer(admin)
                .delete("/admin/sessions/" + sessions.get(0).get("id"))
                .then()
                .statusCode(204);

        assertEnded(tokens);
        Signet.bearer(user.login().access()).get("/admin/sessions").then().statusCode(403);
    }

    private static void changePassword(Tokens tokens, String current, String next, int status) {
        Signet.bearer(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", current, "new_password", next))
                .post("/auth/password")
                .then()
                .statusCode(status);
    }

    private static List<Map<String, Object>> sessions(Tokens tokens) {
        return Signet.bearer(tokens.access())
                .get("/auth/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static void assertEnded(Tokens tokens) {
        assertProblem(Signet.me(tokens.access()), 401, "invalid_token");
        assertProblem(Signet.refresh(tokens.refresh()), 401, "invalid_grant");
        Signet.verify(tokens.access()).then().statusCode(200).body("active", equalTo(false));
    }
}
