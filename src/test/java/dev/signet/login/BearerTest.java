package dev.signet.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.TestInstallation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import static dev.signet.support.ErrorResponses.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class BearerTest {

    @Test
    @Journey
    void verifiedTokenForAnotherAudienceIsNotActive() {
        String token = Signet.createUser().login().access();

        verifyFor(TestInstallation.ISSUER, token).then().statusCode(200).body("active", equalTo(true));
        verifyFor("https://other.example", token).then().statusCode(200).body("", equalTo(Map.of("active", false)));
        Signet.verify(token).then().statusCode(200).body("active", equalTo(true));
    }

    private static Response verifyFor(String audience, String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token, "audience", audience))
                .post("/auth/verify");
    }

    @Test
    @Journey
    void meReturnsTheUserOfTheToken() {
        TestUser user = Signet.createUser("reader", "writer");

        Signet.me(user.login().access())
                .then()
                .statusCode(200)
                .body("sub", equalTo(user.id()))
                .body("username", equalTo(user.username()))
                .body("sid", notNullValue())
                .body("auth_time", notNullValue())
                .body("amr", equalTo(List.of("pwd")))
                .body("roles.sort()", equalTo(List.of("reader", "writer")));
    }

    @Test
    @Journey
    void accessTokenFollowsRfc9068() throws Exception {
        TestUser user = Signet.createUser("reader");
        String[] parts = user.login().access().split("\\.");
        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);

        assertThat(names(header)).containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(header.get("typ").asText()).isEqualTo("at+jwt");
        assertThat(names(claims))
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "nbf",
                        "jti",
                        "client_id",
                        "scope",
                        "sid",
                        "auth_time",
                        "acr",
                        "amr",
                        "upn",
                        "groups");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        assertThat(claims.get("upn").asText()).isEqualTo(user.username());
        assertThat(claims.get("groups").get(0).asText()).isEqualTo("reader");
    }

    @Test
    void missingTokenChallengeHasNoErrorCode() {
        given().get("/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer realm=\"signet\", resource_metadata="))
                .body("code", equalTo("authentication_required"));
    }

    @Journey
    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "..", "sgr_abc", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."})
    void malformedAccessTokenIsInvalid(String token) {
        Signet.me(token)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("code", equalTo("invalid_token"));
    }

    @Test
    void refreshTokenIsRejectedAsAccessToken() {
        Signet.me(Signet.createUser().login().refresh()).then().statusCode(401);
    }

    @Test
    void tokenInQueryStringIsIgnored() {
        String token = Signet.createUser().login().access();

        assertProblem(
                given().queryParam("token", token)
                        .queryParam("access_token", token)
                        .get("/auth/me"),
                401,
                "authentication_required");
    }

    @Test
    void tokenInAnotherHeaderIsIgnored() {
        String token = Signet.createUser().login().access();

        given().header("Authentication", token).get("/auth/me").then().statusCode(401);
        given().header("Authorization", "JWT " + token).get("/auth/me").then().statusCode(401);
        given().cookie("Bearer", token).get("/auth/me").then().statusCode(401);
    }

    @Test
    @Journey
    void missingRoleIsForbidden() {
        assertProblem(
                Signet.bearer(Signet.createUser("reader").login().access()).get("/admin/events"), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/events/, 403",
        "/admin//events, 403",
        "/admin/events;x=1, 403",
        "/admin/%65vents, 403",
        "/./admin/events, 403",
        "/auth/../admin/events, 403",
        "/ADMIN/events, 404",
        "//admin/events, 403",
        "/admin/events%2f, 404",
        "/admin/events?x=/auth/me, 403"
    })
    void otherPathSpellingsDoNotBypassAuthorization(String path, int status) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Signet.createUser().login().access())
                .get(path)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/keys/%00, 404, 400",
        "/admin/keys/a%00b, 404, 400",
        "/admin/accounts?username=%00, 200, 200",
        "/admin/events?type=%00, 400, 400"
    })
    void nullCharactersCauseNoServerError(String path, int statusOnH2, int statusOnPostgresql) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Signet.admin().access())
                .get(path)
                .then()
                .statusCode(TestInstallation.isPostgresql() ? statusOnPostgresql : statusOnH2);
    }

    @Test
    @Journey
    void verifyReturnsTheClaims() {
        TestUser user = Signet.createUser("reader");
        Tokens tokens = user.login();

        Signet.verify(tokens.access())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("active", equalTo(true))
                .body("sub", equalTo(user.id()))
                .body("groups", equalTo(List.of("reader")));
        Signet.verify(tokens.refresh()).then().statusCode(200).body("", equalTo(Map.of("active", false)));
    }

    private static JsonNode json(String part) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }
}
