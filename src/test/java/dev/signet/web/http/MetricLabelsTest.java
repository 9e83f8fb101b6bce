package dev.signet.web.http;

import dev.signet.support.accounts.Signet;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import static dev.signet.support.Polling.await;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** No request without a token adds a time series, with any path or method. */
@QuarkusTest
class MetricLabelsTest {

    @Inject
    MeterRegistry registry;

    @Test
    void randomRequestsAddNoMetricSeries() {
        send("warm-up");
        await().until(() -> series().stream().anyMatch(name -> name.contains("OTHER")));
        Set<String> before = series();

        for (int i = 0; i < 30; i++) {
            send(UUID.randomUUID().toString());
        }

        assertThat(series()).isEqualTo(before);
    }

    @Test
    void metricLabelsArePathTemplates() {
        given().get("/status-lists/" + UUID.randomUUID());
        given().get("/.well-known/jwks.json");

        await().untilAsserted(() -> assertThat(labels()).contains("/.well-known/jwks.json"));
        assertThat(labels()).noneMatch(label -> label.matches(".*[0-9a-f]{8}-.*"));
    }

    @Test
    void unauthenticatedRequestHasTemplateOfItsResource() {
        Signet.bearer("not-a-token")
                .get("/admin/accounts/" + UUID.randomUUID())
                .then()
                .statusCode(401);

        await().untilAsserted(() -> assertThat(registry.find("http.server.requests")
                        .tags("uri", "/admin/accounts/{id}", "status", "401")
                        .meter())
                .isNotNull());
    }

    private static void send(String chosen) {
        given().get("/no/such/" + chosen);
        given().put("/links/" + chosen);
        given().delete("/auth/login/" + chosen);
        given().delete("/auth/me");
        given().request("X" + chosen.replace("-", ""), "/auth/login");
        given().request("OPTIONS", "/auth/" + chosen);
        given().header("Origin", "https://" + chosen + ".example")
                .header("Access-Control-Request-Method", "GET")
                .options("/.well-known/" + chosen);
        given().header("Host", chosen + ".example").get("/auth/me");
        given().contentType("text/" + chosen).body("x").post("/auth/login");
        tokenRequest().with("client_id", chosen).send();
        Signet.loginRequest(chosen, "wrong password").send();
        Signet.bearer(chosen).get("/auth/me");
    }

    private Set<String> labels() {
        return registry.getMeters().stream()
                .map(meter -> String.valueOf(meter.getId().getTag("uri")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> series() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                // Meters of the garbage collector and the connection pool appear independently of requests.
                .filter(id -> id.getName().startsWith("http") || id.getName().startsWith("signet"))
                .map(Meter.Id::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
