package dev.signet.webhooks;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Administration of webhooks and of the log of their deliveries. */
@QuarkusTest
class WebhookAdministrationTest extends WebhookFixture {

    @Test
    void webhookIsCreatedReadChangedListedAndRemoved() {
        String url = server.url("/hooks/life");
        String id = Signet.adminRequest()
                .body(Map.of("url", url, "event_types", List.of("key.created"), "active", false, "description", "d"))
                .post("/admin/webhooks")
                .then()
                .statusCode(201)
                .header("Location", not(nullValue()))
                .body("url", equalTo(url))
                .body("event_types", equalTo(List.of("key.created")))
                .body("active", equalTo(false))
                .body("description", equalTo("d"))
                .extract()
                .path("id");

        Signet.adminRequest()
                .body("{\"active\":true,\"event_types\":[\"key.created\",\"key.compromised\"],\"description\":null}")
                .patch("/admin/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("url", equalTo(url))
                .body("event_types", equalTo(List.of("key.created", "key.compromised")))
                .body("active", equalTo(true))
                .body("description", nullValue());
        List<String> ids =
                Signet.adminRequest().get("/admin/webhooks?limit=200").path("items.id");
        assertThat(ids).contains(id);

        Signet.adminRequest().delete("/admin/webhooks/" + id).then().statusCode(204);
        Signet.adminRequest().get("/admin/webhooks/" + id).then().statusCode(404);
        Signet.adminRequest().delete("/admin/webhooks/" + id).then().statusCode(404);
        Signet.adminRequest()
                .get("/admin/webhooks/" + id + "/deliveries")
                .then()
                .statusCode(404);
        Signet.adminRequest().post("/admin/webhooks/" + id + "/tests").then().statusCode(404);
    }

    @Test
    void deliveryLogIsPagedNewestFirst() throws Exception {
        Hook hook = hook(202, "role.created");
        for (int i = 0; i < 5; i++) {
            createRole();
        }
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            Map<String, Object> page = Signet.adminRequest()
                    .get("/admin/webhooks/" + hook.id() + "/deliveries?limit=2" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("");
            ((List<?>) page.get("items")).forEach(item -> ids.add((String) ((Map<?, ?>) item).get("id")));
            after = page.get("next") == null ? "" : "&after=" + page.get("next");
        } while (!after.isEmpty());

        List<Long> numbers = ids.stream().map(Long::valueOf).toList();
        assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
        assertThat(numbers).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        for (String query : List.of("?status=lost", "?after=x", "?limit=0")) {
            Signet.adminRequest()
                    .get("/admin/webhooks/" + hook.id() + "/deliveries" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    @Journey
    void internalUrlIsRejected() {
        for (String inside : List.of(
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://10.0.0.1:8443/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://[64:ff9b::7f00:1]/hook",
                "https://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:9000/q/health",
                "http://hooks.example.com/",
                "https://2130706433/",
                "https://user@hooks.example.com/",
                "ftp://hooks.example.com/",
                "not a URL")) {
            Hook.create(inside, "key.created").then().statusCode(400).body("member", equalTo("url"));
        }
    }

    @Test
    void invalidMemberIsRejectedByName() {
        String url = server.url("/hooks/refused");
        rejected(Map.of("event_types", List.of("key.created")), "url");
        rejected(Map.of("url", url), "event_types");
        rejected(Map.of("url", url, "event_types", List.of()), "event_types");
        rejected(Map.of("url", url, "event_types", List.of("no.such")), "event_types");
        rejected(
                Map.of("url", url, "event_types", List.of("key.created"), "description", "x".repeat(501)),
                "description");
        Signet.adminRequest()
                .body(Map.of("url", url, "event_types", List.of("key.created"), "id", UUID.randomUUID()))
                .post("/admin/webhooks")
                .then()
                .statusCode(400);
        Hook hook = hook(202, "key.created");
        for (String body : List.of(
                "{\"url\":null}",
                "{\"active\":null}",
                "{\"active\":1}",
                "{\"event_types\":[null]}",
                "{\"x\":1}",
                "[]")) {
            Signet.adminRequest()
                    .body(body)
                    .patch("/admin/webhooks/" + hook.id())
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void onlyAdministratorsManageWebhooks() {
        String user = Signet.createUser().login().access();

        Signet.bearer(user).get("/admin/webhooks").then().statusCode(403);
        Signet.bearer(user)
                .post("/admin/webhooks/" + UUID.randomUUID() + "/tests")
                .then()
                .statusCode(403);
    }

    private static void rejected(Map<String, ?> body, String member) {
        Signet.adminRequest()
                .body(body)
                .post("/admin/webhooks")
                .then()
                .statusCode(400)
                .body("member", equalTo(member));
    }
}
