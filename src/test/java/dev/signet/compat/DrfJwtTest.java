package dev.signet.compat;

import dev.signet.support.accounts.SecondFactor;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.accounts.Signet.PASSWORD;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/**
 * Requests and responses of djangorestframework-jwt, byte for byte, and tokens of forty seconds, as in its tutorials.
 */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class DrfJwtTest {

    @Test
    @Journey
    void verifyRejectsTokensForOtherAudiencesAndBoundTokens() {
        TestClient other = OAuth.machine("read", Map.of("audiences", List.of("https://other.example")));
        String elsewhere = tokenRequest(other).clientCredentials().accessToken();
        String bound = OAuth.boundToken(OAuth.machine("read"));

        for (String token : List.of(elsewhere, bound)) {
            assertThat(Signet.verify(token).<Boolean>path("active")).isTrue();
            post("verify/", Map.of("token", token)).statusCode(400);
        }
    }

    @Test
    @Journey
    void passwordLoginReturnsOneToken() {
        TestUser user = Signet.createUser();

        post("", Map.of("username", user.username(), "password", PASSWORD, "remember_me", true))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .body("size()", equalTo(1));
        given().contentType(ContentType.URLENC)
                .formParam("username", user.username())
                .formParam("password", PASSWORD)
                .post("/api/jwt-auth/")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1));
    }

    @Test
    void jwtSchemeIsAcceptedAtOtherEndpoints() {
        TestUser user = Signet.createUser();
        String token = token(user);

        for (String scheme : List.of("JWT", "jwt", "Bearer")) {
            me(scheme + " " + token).then().statusCode(200).body("username", equalTo(user.username()));
        }
        assertProblem(me("JWT " + token.substring(0, token.length() - 6) + "AAAAAA"), 401, "invalid_token");
        me("JWT").then().statusCode(401);
        me("JWT " + user.login().refresh()).then().statusCode(401);
    }

    @Test
    void unknownUserIsIndistinguishableFromWrongPassword() {
        for (String username : List.of(Signet.createUser().username(), "nobody-of-that-name")) {
            post("", Map.of("username", username, "password", "wrong"))
                    .statusCode(400)
                    .body("non_field_errors", equalTo(List.of("Unable to log in with provided credentials.")))
                    .body("size()", equalTo(1));
        }
    }

    @Test
    void missingMemberIsNamed() {
        post("", Map.of("username", "alice"))
                .statusCode(400)
                .body("password", equalTo(List.of("This field is required.")));
        post("refresh/", Map.of()).statusCode(400).body("token", equalTo(List.of("This field is required.")));
        post("verify/", Map.of()).statusCode(400).body("token", equalTo(List.of("This field is required.")));
    }

    @Test
    void missingSecondFactorIsNamed() {
        SecondFactor factor = SecondFactor.enrolled();

        post("", Map.of("username", factor.user().username(), "password", PASSWORD))
                .statusCode(400)
                .body("otp", equalTo(List.of("This field is required.")));
    }

    @Test
    @Journey
    void validTokenIsReplacedWithinItsSession() {
        TestUser user = Signet.createUser();
        String first = token(user);

        String second = post("refresh/", Map.of("token", first))
                .statusCode(200)
                .body("size()", equalTo(1))
                .extract()
                .path("token");

        assertThat(claims(second).getString("sid")).isEqualTo(claims(first).getString("sid"));
        assertThat(claims(second).getString("jti")).isNotEqualTo(claims(first).getString("jti"));
        me("JWT " + second).then().statusCode(200).body("username", equalTo(user.username()));
        post("refresh/", Map.of("token", second)).statusCode(200);
    }

    @Test
    void refreshReadsRolesAndAccountStatus() {
        Signet.createUser("reader"); // creates the role
        TestUser user = Signet.createUser();
        // The administrator signs in first, because the user's token is valid for only forty seconds.
        RequestSpecification rolesRequest = admin();
        RequestSpecification statusRequest = admin();

        String first = token(user);
        rolesRequest.body(List.of("reader")).put("/admin/accounts/" + user.id() + "/roles");

        String second = post("refresh/", Map.of("token", first)).extract().path("token");

        assertThat(claims(second).getList("groups")).containsExactly("reader");
        statusRequest.body(Map.of("enabled", false)).patch("/admin/accounts/" + user.id());
        post("refresh/", Map.of("token", second)).statusCode(400);
    }

    @Test
    void endedSessionIsNotRenewed() {
        String token = token(Signet.createUser());
        given().header("Authorization", "JWT " + token)
                .post("/auth/logout")
                .then()
                .statusCode(204);

        for (String view : List.of("refresh/", "verify/")) {
            post(view, Map.of("token", token))
                    .statusCode(400)
                    .body("non_field_errors", equalTo(List.of("Signature has expired.")));
        }
    }

    @Test
    void sessionWithRefreshTokensIsNotRenewedByAccessToken() {
        Signet.Tokens tokens = Signet.createUser().login();

        post("refresh/", Map.of("token", tokens.access())).statusCode(400);
        post("refresh/", Map.of("token", tokens.refresh())).statusCode(400);
        Signet.refresh(tokens.refresh()).then().statusCode(200);
    }

    @Test
    void verifyReturnsTheToken() {
        String token = token(Signet.createUser());

        post("verify/", Map.of("token", token))
                .statusCode(200)
                .body("token", equalTo(token))
                .body("size()", equalTo(1));
        post("verify/", Map.of("token", "eyJhbGciOiJIUzI1NiJ9.e30.x")).statusCode(400);
    }

    @Test
    void basicLoginReturnsTokenOfFortySeconds() {
        TestUser user = Signet.createUser();

        Response login =
                given().auth().preemptive().basic(user.username(), PASSWORD).post("/auth/login");

        login.then().statusCode(200).body("expires_in", equalTo(40));
        JsonPath claims = claims(login.path("access_token"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(40);
    }

    private static String token(TestUser user) {
        return post("", Map.of("username", user.username(), "password", PASSWORD))
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static Response me(String authorization) {
        return given().header("Authorization", authorization).get("/auth/me");
    }

    private static RequestSpecification admin() {
        return Signet.bearer(Signet.admin().access()).contentType(ContentType.JSON);
    }

    private static JsonPath claims(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static ValidatableResponse post(String view, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/jwt-auth/" + view)
                .then();
    }
}
