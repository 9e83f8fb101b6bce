package dev.signet.audit;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class EventsTest {

    @Test
    @Journey
    void loginsAndFailuresAreRecordedWithRequestData() {
        TestUser user = Signet.createUser();
        Response login = user.loginRequest().send();
        Response failure =
                Signet.loginRequest(user.username(), "a wrong passphrase").send();

        List<Map<String, Object>> succeeded = events("?type=login.succeeded&limit=200");
        List<Map<String, Object>> failed = events("?type=login.failed&limit=200");

        assertThat(succeeded)
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("actor", user.id())
                        .containsEntry("request_id", login.header("X-Request-Id"))
                        .containsEntry("address", "127.0.0.1")
                        .containsKeys("id", "at", "client_id"));
        assertThat(failed)
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("request_id", failure.header("X-Request-Id"))
                        .containsEntry("subject", user.id()));
    }

    @Test
    void failureForUnknownUsernameHasNoSubject() {
        Response failure = Signet.loginRequest("nobody", "a wrong passphrase").send();

        assertThat(events("?type=login.failed&limit=200"))
                .anySatisfy(event -> assertThat(event)
                        .containsEntry("request_id", failure.header("X-Request-Id"))
                        .doesNotContainKey("subject"));
    }

    @Test
    @Journey
    void paginationReturnsEveryEventOnce() {
        for (int i = 0; i < 7; i++) {
            Signet.loginRequest("nobody", "a wrong passphrase").send();
        }
        String admin = Signet.admin().access();
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Response page = Signet.bearer(admin)
                    .get("/admin/events?type=login.failed&limit=3" + (after.isEmpty() ? "" : "&after=" + after));
            page.then().statusCode(200);
            ids.addAll(page.path("items.id"));
            after = page.path("next") == null ? "" : page.path("next");
        } while (!after.isEmpty());

        assertThat(ids).hasSizeGreaterThanOrEqualTo(7);
        assertThat(new LinkedHashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void invalidQueriesAreClientErrors() {
        String admin = Signet.admin().access();
        for (String query : List.of("?limit=0", "?limit=201", "?limit=x", "?after=nonsense", "?type=no.such")) {
            assertProblem(Signet.bearer(admin).get("/admin/events" + query), 400, "invalid_request");
        }
    }

    @Test
    void eventsCannotBeDeleted() {
        String admin = Signet.admin().access();
        String id = (String) events("?limit=1").get(0).get("id");

        Signet.bearer(admin).delete("/admin/events").then().statusCode(405);
        Signet.bearer(admin).delete("/admin/events/" + id).then().statusCode(404);
        Signet.bearer(admin).body("{}").put("/admin/events").then().statusCode(405);
    }

    private static List<Map<String, Object>> events(String query) {
        return Signet.bearer(Signet.admin().access())
                .get("/admin/events" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
