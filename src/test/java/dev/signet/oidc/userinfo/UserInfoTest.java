package dev.signet.oidc.userinfo;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** UserInfo endpoint {@code /oauth2/userinfo}. */
@QuarkusTest
class UserInfoTest {

    private static final String PATH = "/oauth2/userinfo";

    @Test
    @Journey
    void userInfoWithoutTokenReturnsChallenge() {
        given().get(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer realm="))
                .header("WWW-Authenticate", not(containsString("error=")));
        given().contentType(ContentType.URLENC)
                .post(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", not(containsString("error=")));
        given().contentType(ContentType.JSON).post(PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "sgr_refresh", "eyJhbGciOiJub25lIn0.e30."})
    void userInfoRejectsOtherTokens(String token) {
        Signet.bearer(token)
                .get(PATH)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("error", equalTo("invalid_token"));
    }

    @Test
    @Journey
    void tokenWithoutOpenidScopeIsRejected() {
        Signet.bearer(Signet.createUser().login().access())
                .get(PATH)
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""))
                .header("WWW-Authenticate", containsString("scope=\"openid\""))
                .body("error", equalTo("insufficient_scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jwt"})
    void tokenIsVerifiedForEveryAcceptHeader(String form) {
        Signet.bearer(Signet.createUser().login().access())
                .accept(form)
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void tokenInUrlIsIgnored() {
        assertOAuthError(
                given().queryParam("access_token", Signet.createUser().login().access())
                        .get(PATH),
                401,
                "authentication_required");
    }

    @Test
    void repeatedTokenIsRejected() {
        String token = Signet.createUser().login().access();

        assertOAuthError(
                given().contentType(ContentType.URLENC)
                        .formParam("access_token", token)
                        .post(PATH),
                403,
                "insufficient_scope");
        assertOAuthError(
                Signet.bearer(token)
                        .contentType(ContentType.URLENC)
                        .formParam("access_token", token)
                        .post(PATH),
                400,
                "invalid_request");
        assertThat(given().contentType(ContentType.URLENC)
                        .formParam("access_token", token, token)
                        .post(PATH)
                        .statusCode())
                .isEqualTo(400);
    }
}
