package dev.signet.tokens.notbefore;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
class NotBeforeTest {

    @Test
    @Journey
    void earlierSessionsEndAndLaterLoginInSameSecondStaysValid() {
        TestUser user = Signet.createUser();
        TestUser bystander = Signet.createUser();
        Tokens one = user.login();
        Tokens two = user.login();
        Tokens other = bystander.login();

        set(user, null).then().statusCode(200);
        Tokens after = user.login();

        for (Tokens tokens : new Tokens[] {one, two}) {
            Signet.me(tokens.access()).then().statusCode(401);
            Signet.verify(tokens.access()).then().body("active", equalTo(false));
            assertProblem(Signet.refresh(tokens.refresh()), 401, "invalid_grant");
        }
        Signet.me(after.access()).then().statusCode(200);
        Signet.refresh(after.refresh()).then().statusCode(200);
        Signet.me(other.access()).then().statusCode(200);
    }

    @Test
    void loginAfterInstantStaysValid() {
        TestUser user = Signet.createUser();
        Tokens before = user.login();
        // The instant is from this process, the login times may be from the clock of another one.
        awaitLaterInstant();
        Instant between = Instant.now();
        awaitLaterInstant();
        Tokens after = user.login();

        Response response = set(user, between.toString());

        response.then().statusCode(200);
        assertThat(Duration.between(Instant.parse(response.path("not_before")), between)
                        .abs())
                .isLessThan(Duration.ofMillis(1));
        Signet.me(before.access()).then().statusCode(401);
        Signet.me(after.access()).then().statusCode(200);
    }

    @Test
    void earlierInstantDoesNotReplaceLaterOne() {
        TestUser user = Signet.createUser();
        String now = set(user, null).then().statusCode(200).extract().path("not_before");

        set(user, "2020-01-01T00:00:00Z").then().statusCode(200).body("not_before", equalTo(now));

        Signet.adminRequest()
                .get("/admin/accounts/" + user.id() + "/not-before")
                .then()
                .statusCode(200)
                .body("not_before", equalTo(now));
    }

    @Test
    @Journey
    void authorizationCodeFromBeforeInstantIsRejected() {
        TestUser user = Signet.createUser();
        App app = App.trusted();
        Browser browser = new Browser();
        String code = app.login(browser, user.username()).get("code");

        set(user, null).then().statusCode(200);

        assertOAuthError(tokenRequest(app.client()).code(code).send(), 400, "invalid_grant");
        assertThat(app.start(browser, "prompt", "none").location()).contains("error=login_required");
    }

    @Test
    void notBeforeIsRecordedAsEvent() {
        TestUser user = Signet.createUser();

        set(user, null);

        Signet.adminRequest()
                .get("/admin/events?limit=200&type=account.not_before_set")
                .then()
                .body("items.subject", hasItem(user.id()));
    }

    @Test
    void invalidInstantsAccountsAndCallersAreRejected() {
        TestUser user = Signet.createUser();
        Instant future = Instant.now().plusSeconds(3600);

        set(user, future.toString()).then().statusCode(400).body("member", equalTo("not_before"));
        set(user, "yesterday").then().statusCode(400);
        Signet.adminRequest()
                .body(Map.of("at", "2026-01-01T00:00:00Z"))
                .post("/admin/accounts/" + user.id() + "/not-before")
                .then()
                .statusCode(400);
        Signet.adminRequest()
                .get("/admin/accounts/" + user.id() + "/not-before")
                .then()
                .statusCode(404);
        Signet.adminRequest()
                .post("/admin/accounts/" + UUID.randomUUID() + "/not-before")
                .then()
                .statusCode(404);
        given().post("/admin/accounts/" + user.id() + "/not-before").then().statusCode(401);
        Signet.bearer(user.login().access())
                .post("/admin/accounts/" + user.id() + "/not-before")
                .then()
                .statusCode(403);
    }

    private static void awaitLaterInstant() {
        Instant later = Instant.now().plusMillis(20);
        await().until(() -> Instant.now().isAfter(later));
    }

    private static Response set(TestUser user, String instant) {
        return Signet.adminRequest()
                .body(instant == null ? "{}" : "{\"not_before\":\"" + instant + "\"}")
                .post("/admin/accounts/" + user.id() + "/not-before");
    }
}
