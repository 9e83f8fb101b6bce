package dev.signet.login;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.accounts.Signet.PASSWORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class LoginTest {

    @Test
    @Journey
    void jsonLoginReturnsBothTokens() {
        TestUser user = Signet.createUser();

        assertTokens(user.loginRequest().send());
    }

    @Test
    @Journey
    void formLoginReturnsBothTokens() {
        TestUser user = Signet.createUser();

        assertTokens(user.loginRequest().sendForm());
    }

    @Test
    void formIsReadAsUtf8WithoutCharset() {
        String username = "person-ü-" + UUID.randomUUID();
        String password = "a long énough passphrase";
        Signet.bearer(Signet.admin().access())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/admin/accounts")
                .then()
                .statusCode(201);
        String form = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);

        assertTokens(given().header("Content-Type", "application/x-www-form-urlencoded")
                .body(form)
                .post("/auth/login"));
    }

    @Test
    @Journey
    void basicLoginReturnsBothTokens() {
        TestUser user = Signet.createUser();

        assertTokens(given().header("Authorization", basic(user.username(), PASSWORD))
                .post("/auth/login"));
    }

    @Test
    void failedBasicLoginReturnsBasicChallenge() {
        given().header("Authorization", basic("nobody", "wrong"))
                .post("/auth/login")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Basic realm=\"signet\", charset=\"UTF-8\""))
                .body("code", equalTo("invalid_credentials"));
        given().post("/auth/login")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic realm=\"signet\""));
    }

    @Test
    @Journey
    void unknownUserIsIndistinguishableFromWrongPassword() {
        TestUser user = Signet.createUser();

        Response wrong =
                Signet.loginRequest(user.username(), "not the passphrase").send();
        Response unknown = Signet.loginRequest("nobody-" + user.username(), "not the passphrase")
                .send();

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
        assertThat(headersExceptId(wrong)).isEqualTo(headersExceptId(unknown));
    }

    @Test
    void usernameIsComparedAfterNormalisation() {
        TestUser user = Signet.createUser();
        String fullWidth = user.username().replace("person", "ｐｅｒｓｏｎ");

        assertTokens(Signet.loginRequest(fullWidth.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                .send());
    }

    @Test
    void audienceAndScopeMustBeAllowed() {
        TestUser user = Signet.createUser();

        assertProblem(
                user.loginRequest()
                        .with("audience", "https://elsewhere.example")
                        .send(),
                400,
                "invalid_target");
        assertProblem(user.loginRequest().with("scope", "everything").send(), 400, "invalid_scope");
        user.loginRequest()
                .with("scope", "email profile")
                .send()
                .then()
                .statusCode(200)
                .body("scope", equalTo("email profile"));
    }

    @Journey
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{\"username\":\"a\"}",
                "{\"username\":\"a\",\"password\":null}",
                "{\"username\":1,\"password\":\"b\"}",
                "{\"username\":\"a\",\"password\":\"b\",\"admin\":true}",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
                "{\"username\":\"a\",\"password\":\"b\"} trailing",
                "{\"username\":{\"a\":{\"a\":{\"a\":{}}}},\"password\":\"b\"}"
            })
    void malformedBodyIsAClientError(String body) {
        assertProblem(given().contentType(ContentType.JSON).body(body).post("/auth/login"), 400, "invalid_request");
    }

    @Test
    void missingMemberIsNamed() {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "somebody"))
                .post("/auth/login")
                .then()
                .statusCode(400)
                .body("member", equalTo("password"));
    }

    @Test
    void otherContentTypesAreRejected() {
        assertProblem(
                given().contentType(ContentType.XML).body("<login/>").post("/auth/login"),
                415,
                "unsupported_media_type");
    }

    @Test
    void credentialsInQueryStringAreIgnored() {
        TestUser user = Signet.createUser();

        given().queryParam("username", user.username())
                .queryParam("password", PASSWORD)
                .post("/auth/login")
                .then()
                .statusCode(401);
    }

    @Test
    @Journey
    void oversizedBodyIsRejectedBeforeReading() {
        assertProblem(
                given().contentType(ContentType.JSON)
                        .body("{\"username\":\"" + "a".repeat(70_000) + "\"}")
                        .post("/auth/login"),
                413,
                "content_too_large");
    }

    private static void assertTokens(Response response) {
        response.then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .body("refresh_expires_in", equalTo(86_400))
                .body("refresh_token", matchesPattern("sgr_[A-Za-z0-9_-]{88}"))
                .body("scope", equalTo("profile"));
        Signet.me(response.path("access_token")).then().statusCode(200);
    }

    private static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static List<Header> headersExceptId(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                .toList();
    }
}
