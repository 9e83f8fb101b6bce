package dev.signet.web;

import dev.signet.support.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

/** Malformed forms are client errors wherever forms are read. */
@QuarkusTest
class MalformedFormsTest {

    @Journey
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/login",
                "/api/token/",
                "/oauth2/token",
                "/oauth2/revoke",
                "/oauth2/introspect",
                "/oauth2/device_authorization",
                "/oauth2/par",
                "/oauth2/authorize",
                "/oauth2/userinfo"
            })
    void malformedFormIsAClientError(String path) {
        for (String body : new String[] {
            "",
            "%",
            "a=%zz",
            "a=%",
            "&&&=&",
            "=",
            "a=%ff%fe",
            "username=%&password=x",
            "client_id=%C3%28",
            "a=%00",
            "a\0b"
        }) {
            given().contentType("application/x-www-form-urlencoded")
                    .redirects()
                    .follow(false)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(lessThan(500));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize?client_id=%00",
                "/oauth2/authorize?client_id=%ff",
                "/oauth2/authorize?client_id=%C3%28&a"
            })
    void malformedQueryIsAClientError(String path) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(lessThan(500));
    }
}
