package dev.signet.web.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Lists reject unknown and repeated query parameters. */
@QuarkusTest
class ListParametersTest {

    @Test
    @Journey
    void everyListRejectsUnknownQueryParameter() throws Exception {
        String admin = Signet.admin().access();
        String id = Signet.me(admin).path("sub");
        List<String> lists = lists();

        for (String list : lists) {
            String path = list.replaceFirst("\\{[a-z_]+}", id);
            assertProblem(Signet.bearer(admin).get(path + "?limit_=1"), 400, "invalid_request")
                    .body("member", equalTo("limit_"))
                    .body("detail", startsWith("Unknown query parameter: limit_."));
        }
        assertThat(lists)
                .contains(
                        "/admin/accounts",
                        "/admin/accounts/{id}/roles",
                        "/admin/events",
                        "/admin/clients",
                        "/admin/webhooks/{id}/deliveries",
                        "/auth/sessions",
                        "/auth/consents",
                        "/auth/factors");
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/accounts, email=x@example.com, email",
        "/admin/accounts, q=x, q",
        "/admin/accounts, Username=admin, Username",
        "/admin/events, subject=x, subject",
        "/admin/events, type=login.failed&type=account.created, type",
        "/auth/sessions, limit=1&limit=2, limit",
        "/admin/accounts, %C3%A9%22%0A=1, '???'",
    })
    void unknownOrRepeatedParameterIsNamed(String path, String query, String named) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Signet.admin().access())
                .get(path + "?" + query)
                .then()
                .statusCode(400)
                .body("member", equalTo(named));
    }

    @Test
    void knownParametersAreRead() {
        Signet.bearer(Signet.admin().access())
                .get("/admin/accounts?username=admin&limit=1")
                .then()
                .statusCode(200)
                .body("items.username", equalTo(List.of("admin")));
    }

    @Test
    void callerWithoutRoleIsRejectedBeforeTheQuery() {
        given().get("/admin/accounts?email=x").then().statusCode(401);
        Signet.bearer(Signet.createUser().login().access())
                .get("/admin/accounts?email=x")
                .then()
                .statusCode(403);
    }

    // Every GET under /admin and /auth whose response is an array or has one in it.
    private static List<String> lists() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .asString());
        List<String> lists = new ArrayList<>();
        document.get("paths").properties().forEach(path -> {
            JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            boolean below = path.getKey().startsWith("/admin") || path.getKey().startsWith("/auth");
            if (below && isList(document, schema)) {
                lists.add(path.getKey());
            }
        });
        return lists;
    }

    private static boolean isList(JsonNode document, JsonNode schema) {
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        return resolved.path("type").asText().equals("array")
                || resolved.at("/properties/items/type").asText().equals("array");
    }
}
