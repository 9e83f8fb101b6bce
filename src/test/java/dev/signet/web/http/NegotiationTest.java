package dev.signet.web.http;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** The date of every response, and errors in the form that their client reads. */
@QuarkusTest
class NegotiationTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    @Journey
    void everyResponseHasDate() {
        List<Response> responses = List.of(
                given().get("/.well-known/jwks.json"),
                given().get("/auth/me"),
                given().get("/no/such/path"),
                given().delete("/auth/login"),
                given().accept(BROWSER).get("/"),
                given().contentType("garbage").post("/auth/login"),
                Signet.verify("x"));

        for (Response response : responses) {
            Instant date = ZonedDateTime.parse(response.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(Duration.between(date, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
            assertThat(response.headers().getValues("Date")).hasSize(1);
            assertThat(response.header("Date")).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /auth/me HTTP/1.1\r\nHost: x\r\nX-Long: LONG\r\n\r\n",
                "GET /LONG HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n",
            })
    @Journey
    void errorOfHttpLayerHasDate(String request) throws IOException {
        assertThat(send(request.replace("LONG", "x".repeat(20_000))))
                .containsPattern("HTTP/1\\.[01] 4")
                .containsIgnoringCase("\r\ndate: ");
    }

    @ParameterizedTest
    @Journey
    @ValueSource(strings = {"/account/nothing", "/no/such/path", "/oauth2/nothing", "/links/no/such", "/admin/nothing"})
    void browserGetsPageForUnknownPath(String path) {
        given().accept(BROWSER)
                .get(path)
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", containsString("style-src 'self'"))
                .body(containsString("Page not found. Check the link and try again."));
        given().accept(BROWSER)
                .header("Accept-Language", "de")
                .get(path)
                .then()
                .body(containsString(
                        "Diese Seite gibt es nicht. Prüfen Sie den Link und versuchen Sie es noch einmal."));
        for (String accept : List.of("application/json", "*/*")) {
            assertProblem(given().accept(accept).get(path), 404, "not_found");
        }
    }

    @Test
    @Journey
    void problemTypeLeadsToPageOfThisInstallation() {
        String type = given().get("/auth/me").path("type");

        assertThat(type).isEqualTo("http://localhost:8080/errors#authentication_required");
        given().accept(BROWSER)
                .get("/errors")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(containsString("id=\"authentication_required\""))
                .body(containsString("id=\"token_too_large\""));
    }

    @ParameterizedTest
    @Journey
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/par",
                "/oauth2/device_authorization"
            })
    void oauthEndpointIgnoresAcceptThatItCannotSatisfy(String path) {
        for (String accept : List.of("text/plain", "text/html", "image/png")) {
            assertOAuthError(
                    given().accept(accept)
                            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                            .formParam("grant_type", "client_credentials")
                            .formParam("token", "x")
                            .post(path),
                    401,
                    "invalid_client");
        }
    }

    @ParameterizedTest
    @Journey
    @ValueSource(
            strings = {
                "/oauth2/token",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/par",
                "/oauth2/device_authorization"
            })
    void oauthEndpointReportsWrongContentTypeAsOAuthError(String path) {
        given().contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString("application/x-www-form-urlencoded"));
        given().body("{}").contentType("text/plain").post("/auth/verify").then().body("code", notNullValue());
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] response = new byte[4_096];
            int length = socket.getInputStream().read(response);
            return new String(response, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        }
    }
}
