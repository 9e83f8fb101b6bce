package dev.signet.web;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class HttpErrorsTest {

    @Test
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
    void wrongMethodSaysSo() {
        given().delete("/admin/events")
                .then()
                .statusCode(405)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("method_not_allowed"));
    }

    @Test
    void representationNobodyHasIsNotAcceptable() {
        given().accept("image/png")
                .get("/auth/me")
                .then()
                .statusCode(406)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("not_acceptable"));
    }

    @Test
    void protectedResourceWithoutTokenChallenges() {
        given().get("/admin/events")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"signet\""))
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("authentication_required"));
    }
}
