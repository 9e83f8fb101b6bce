package dev.signet.oauth.revocation;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class RevocationTest {

    @Inject
    AuthorizationCodes codes;

    @Test
    void refreshTokenEndsItsSession() {
        TestClient web = IssuedCode.webClient();
        Response tokens = login(web);

        revocationRequest(web, tokens.path("refresh_token")).send().then().statusCode(200);

        assertOAuthError(tokenRequest(web).refresh(tokens.path("refresh_token")).send(), 400, "invalid_grant");
        assertThat(isActive(OAuth.accessToken(tokens))).isFalse();
        revocationRequest(web, tokens.path("refresh_token")).send().then().statusCode(200);
    }

    @Test
    void revokedAccessTokenLeavesSessionActive() {
        TestClient web = IssuedCode.webClient();
        Response tokens = login(web);

        revocationRequest(web, OAuth.accessToken(tokens)).send().then().statusCode(200);

        assertThat(isActive(OAuth.accessToken(tokens))).isFalse();
        tokenRequest(web).refresh(tokens.path("refresh_token")).send().then().statusCode(200);
    }

    @Test
    void publicClientCanRevokeItsTokens() {
        TestClient spa = IssuedCode.publicClient();
        Response tokens = login(spa);

        revocationRequest(spa, tokens.path("refresh_token")).send().then().statusCode(200);

        assertThat(isActive(OAuth.accessToken(tokens))).isFalse();
    }

    @Test
    void tokensOfAnotherClientStayActive() {
        TestClient web = IssuedCode.webClient();
        TestClient other = IssuedCode.webClient();
        Response tokens = login(web);

        revocationRequest(other, tokens.path("refresh_token")).send().then().statusCode(200);
        revocationRequest(other, OAuth.accessToken(tokens)).send().then().statusCode(200);

        assertThat(isActive(OAuth.accessToken(tokens))).isTrue();
        tokenRequest(web).refresh(tokens.path("refresh_token")).send().then().statusCode(200);
    }

    @Test
    void unknownTokenReturnsSuccess() {
        TestClient web = IssuedCode.webClient();

        for (String garbage : new String[] {"garbage", "sgr_", "sgr_AAAA", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            revocationRequest(web, garbage).send().then().statusCode(200);
        }
    }

    @Test
    void clientAuthenticationAndTokenAreRequired() {
        TestClient web = IssuedCode.webClient();

        assertOAuthError(
                OAuth.request("/oauth2/revoke").with("token", "garbage").send(), 401, "invalid_client");
        assertOAuthError(OAuth.request("/oauth2/revoke", web).send(), 400, "invalid_request");
        given().get("/oauth2/revoke").then().statusCode(405);
    }

    private Response login(TestClient client) {
        Response response = IssuedCode.of(codes, client, Signet.createUser(), "offline_access")
                .redeem();
        response.then().statusCode(200);
        return response;
    }

    private static boolean isActive(String token) {
        return Signet.verify(token).path("active");
    }
}
