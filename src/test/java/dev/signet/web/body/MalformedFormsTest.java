package dev.signet.web.body;

import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Malformed forms are client errors wherever forms are read. */
@QuarkusTest
class MalformedFormsTest {

    @Journey
    @ParameterizedTest
    @CsvSource({
        "/auth/login, 401, 401",
        "/api/token/, 400, 400",
        "/oauth2/token, 400, 400",
        "/oauth2/revoke, 400, 400",
        "/oauth2/introspect, 400, 400",
        "/oauth2/device_authorization, 401, 400",
        "/oauth2/par, 401, 401",
        "/oauth2/authorize, 303, 303",
        "/oauth2/userinfo, 401, 401"
    })
    void malformedFormIsAClientError(String path, int statusOfEmptyForm, int statusOfNullCharacter) {
        for (String malformed : List.of("%", "a=%zz", "a=%", "a=%ff%fe", "username=%&password=x", "client_id=%C3%28")) {
            assertStatus(path, malformed, 400);
        }
        for (String empty : List.of("", "&&&=&", "=")) {
            assertStatus(path, empty, statusOfEmptyForm);
        }
        for (String nullCharacter : List.of("a=%00", "a\0b")) {
            assertStatus(path, nullCharacter, statusOfNullCharacter);
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
                .statusCode(400);
    }

    private static void assertStatus(String path, String form, int status) {
        int actual = given().contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false)
                .body(form)
                .post(path)
                .statusCode();
        assertThat(actual).as("'%s' at %s", form, path).isEqualTo(status);
    }
}
