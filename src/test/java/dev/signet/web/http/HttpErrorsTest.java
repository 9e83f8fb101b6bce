package dev.signet.web.http;

import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class HttpErrorsTest {

    @Test
    @Journey
    void unknownPathIsAProblemDocument() {
        given().get("/no/such/path")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"))
                .body("code", equalTo("not_found"))
                .body("status", equalTo(404));
    }

    @Test
    void wrongMethodIsAProblemDocument() {
        assertProblem(given().delete("/admin/events"), 405, "method_not_allowed");
    }

    @Journey
    @ParameterizedTest
    @CsvSource({
        "DELETE, /auth/login, 'OPTIONS, POST'",
        "POST, /auth/me, 'GET, HEAD, OPTIONS'",
        "GET, /oauth2/token, 'OPTIONS, POST'",
        "DELETE, /oauth2/authorize, 'GET, HEAD, OPTIONS, POST'",
        "PUT, /admin/accounts/0e0e0e0e-0000-0000-0000-000000000000, 'DELETE, GET, HEAD, OPTIONS, PATCH'",
        "POST, /.well-known/jwks.json, 'GET, HEAD'"
    })
    void wrongMethodResponseListsAllowedMethods(String method, String path, String allowed) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", equalTo(allowed))
                .body("code", equalTo("method_not_allowed"));
        for (String one : allowed.split(", ")) {
            given().request(one, path).then().statusCode(not(equalTo(405)));
        }
    }

    @Test
    @Journey
    void unsupportedRepresentationIsNotAcceptable() {
        assertProblem(given().accept("image/png").get("/auth/me"), 406, "not_acceptable");
    }

    @Test
    void protectedResourceWithoutTokenChallenges() {
        given().get("/admin/events")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"signet\", resource_metadata="))
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("authentication_required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "; charset=UTF-8", "application/", "/json", "text/plain; charset", "a/b, c/d"})
    void malformedContentTypeIsRejected(String contentType) {
        for (String path : List.of("/auth/login", "/auth/verify", "/oauth2/userinfo", "/auth/logout")) {
            assertProblem(
                    given().config(RestAssuredConfig.config()
                                    .encoderConfig(
                                            encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                            .header("Content-Type", contentType)
                            .post(path),
                    415,
                    "unsupported_media_type");
        }
    }
}
