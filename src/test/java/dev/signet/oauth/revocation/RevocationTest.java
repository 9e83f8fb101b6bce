package dev.signet.oauth.revocation;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.OAuth;
import dev.signet.support.OnBothStacks;
import dev.signet.support.Signet;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@OnBothStacks
class RevocationTest {

    @Inject
    AuthorizationCodes codes;

    @Test
    void refreshTokenEndsItsSession() {
        TestClient web = IssuedCode.webClient();
        Response tokens = login(web);

        revoke(web, tokens.path("refresh_token")).then().statusCode(200);

        OAuth.token(web, "grant_type", "refresh_token", "refresh_token", tokens.path("refresh_token"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        assertThat(isActive(OAuth.accessToken(tokens))).isFalse();
        revoke(web, tokens.path("refresh_token")).then().statusCode(200);
    }

    @Test
    void revokedAccessTokenLeavesSessionActive() {
        TestClient web = IssuedCode.webClient();
        Response tokens = login(web);

        revoke(web, OAuth.accessToken(tokens)).then().statusCode(200);

        assertThat(isActive(OAuth.accessToken(tokens))).isFalse();
        OAuth.token(web, "grant_type", "refresh_token", "refresh_token", tokens.path("refresh_token"))
                .then()
                .statusCode(200);
    }

    @Test
    void publicClientCanRevokeItsTokens() {
        TestClient spa = IssuedCode.publicClient();
        Response tokens = login(spa);

        revoke(spa, tokens.path("refresh_token")).then().statusCode(200);

        assertThat(isActive(OAuth.accessToken(tokens))).isFalse();
    }

    @Test
    void tokensOfAnotherClientStayActive() {
        TestClient web = IssuedCode.webClient();
        TestClient other = IssuedCode.webClient();
        Response tokens = login(web);

        revoke(other, tokens.path("refresh_token")).then().statusCode(200);
        revoke(other, OAuth.accessToken(tokens)).then().statusCode(200);

        assertThat(isActive(OAuth.accessToken(tokens))).isTrue();
        OAuth.token(web, "grant_type", "refresh_token", "refresh_token", tokens.path("refresh_token"))
                .then()
                .statusCode(200);
    }

    @Test
    void unknownTokenReturnsSuccess() {
        TestClient web = IssuedCode.webClient();

        for (String garbage : new String[] {"garbage", "sgr_", "sgr_AAAA", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            revoke(web, garbage).then().statusCode(200);
        }
    }

    @Test
    void clientAuthenticationAndTokenAreRequired() {
        TestClient web = IssuedCode.webClient();

        given().contentType("application/x-www-form-urlencoded")
                .formParam("token", "garbage")
                .post("/oauth2/revoke")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        OAuth.form(web).post("/oauth2/revoke").then().statusCode(400).body("error", equalTo("invalid_request"));
        given().get("/oauth2/revoke").then().statusCode(405);
    }

    private Response login(TestClient client) {
        Response response = IssuedCode.of(codes, client, Signet.createUser(), "offline_access")
                .redeem();
        response.then().statusCode(200);
        return response;
    }

    private static Response revoke(TestClient client, String token) {
        return OAuth.form(client, "token", token).post("/oauth2/revoke");
    }

    private static boolean isActive(String token) {
        return Signet.verify(token).path("active");
    }
}
