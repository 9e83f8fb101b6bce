package dev.signet.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.Journey;
import dev.signet.support.Signet;
import dev.signet.support.Signet.TestUser;
import dev.signet.support.Signet.Tokens;
import dev.signet.support.TestInstallation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
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

        given().queryParam("token", token)
                .queryParam("access_token", token)
                .get("/auth/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("authentication_required"));
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
        Signet.bearer(Signet.createUser("reader").login().access())
                .get("/admin/events")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/events/", "/admin//events", "/admin/events;x=1", "/admin/%65vents", "/./admin/events",
                "/auth/../admin/events", "/ADMIN/events", "//admin/events", "/admin/events%2f",
                        "/admin/events?x=/auth/me"
            })
    void otherPathSpellingsDoNotBypassAuthorization(String path) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Signet.createUser().login().access())
                .get(path)
                .then()
                .statusCode(anyOf(is(403), is(404), is(400)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/keys/%00", "/admin/keys/a%00b", "/admin/accounts?username=%00", "/admin/events?type=%00"
            })
    void nullCharactersAreClientErrors(String path) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Signet.admin().access())
                .get(path)
                .then()
                .statusCode(anyOf(is(200), is(404), is(400)));
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
