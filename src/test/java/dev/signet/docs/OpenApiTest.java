package dev.signet.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document names every path of this version, in the words of the wire, and says what each call does. */
@QuarkusTest
class OpenApiTest {

    private static final List<String> PATHS = List.of(
            "/.well-known/jwks.json",
            "/auth/login",
            "/auth/refresh",
            "/auth/verify",
            "/auth/logout",
            "/auth/me",
            "/auth/sessions",
            "/auth/sessions/{id}",
            "/auth/password",
            "/admin/accounts",
            "/admin/accounts/{id}",
            "/admin/accounts/{id}/roles",
            "/admin/accounts/{account}/sessions",
            "/admin/roles",
            "/admin/sessions",
            "/admin/keys",
            "/admin/keys/rotations",
            "/admin/keys/{kid}/compromise",
            "/admin/events");

    @Test
    void everyPathIsThereAndEveryCallIsExplained() throws Exception {
        JsonNode paths = document().get("paths");
        List<String> unexplained = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    if (!call.getKey().equals("parameters") && !call.getValue().has("summary")) {
                        unexplained.add(call.getKey() + " " + path.getKey());
                    }
                }));

        assertThat(paths.fieldNames()).toIterable().containsAll(PATHS);
        assertThat(unexplained).isEmpty();
    }

    @Test
    void membersAreThoseOfTheWire() throws Exception {
        JsonNode schemas = document().get("components").get("schemas");

        assertThat(schemas.get("TokenAnswer").get("properties").fieldNames())
                .toIterable()
                .contains("access_token", "expires_in", "refresh_token");
        assertThat(schemas.get("Credentials").get("properties").get("username").has("examples"))
                .isTrue();
        schemas.forEach(schema -> schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> assertThat(name).matches("[a-z0-9_]+")));
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
