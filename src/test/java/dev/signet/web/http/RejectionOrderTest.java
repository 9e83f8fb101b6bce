package dev.signet.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A request is authenticated before its content type is compared. */
@QuarkusTest
class RejectionOrderTest {

    private static final Set<String> METHODS = Set.of("post", "put", "patch");

    @Test
    @Journey
    void unauthenticatedRequestIsRejectedBeforeItsContentType() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi?format=json")
                        .asString())
                .get("paths");
        List<String> authenticated = new ArrayList<>();
        List<String> early = new ArrayList<>();

        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String url = path.getKey().replaceAll("\\{[a-z_]+}", "0e0e0e0e-0000-0000-0000-000000000000");
                    if (METHODS.contains(method)
                            && !url.startsWith("/oauth2/")
                            && status(method, url, "application/json") == 401) {
                        authenticated.add(path.getKey());
                        if (status(method, url, "text/plain") != 401) {
                            early.add(method + " " + path.getKey());
                        }
                    }
                }));

        assertThat(early).isEmpty();
        assertThat(authenticated)
                .contains("/admin/accounts", "/auth/factors/totp", "/auth/password", "/ssf/streams/{id}/events");
    }

    @Test
    void importIsAuthenticatedBeforeItsContentType() {
        assertThat(status("post", "/admin/accounts:import", "text/plain")).isEqualTo(401);
        assertThat(status("post", "/admin/accounts:import", "application/x-ndjson"))
                .isEqualTo(401);
        assertProblem(
                Signet.bearer(Signet.admin().access())
                        .urlEncodingEnabled(false)
                        .contentType("text/plain")
                        .body("{}")
                        .post("/admin/accounts:import"),
                415,
                "unsupported_media_type");
        Signet.bearer(Signet.admin().access())
                .contentType("text/plain")
                .body("{}")
                .post("/auth/factors/totp")
                .then()
                .statusCode(415);
    }

    private static int status(String method, String path, String contentType) {
        return given().urlEncodingEnabled(false)
                .contentType(contentType)
                .body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .request(method.toUpperCase(java.util.Locale.ROOT), path)
                .statusCode();
    }
}
