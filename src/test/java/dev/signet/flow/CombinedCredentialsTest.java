package dev.signet.flow;

import dev.signet.support.accounts.ApiKey;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.browser.Browser;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.App;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Several authentication methods side by side; each is accepted only at its own endpoints. */
@QuarkusTest
class CombinedCredentialsTest {

    private static final String ME = "/auth/me";

    private TestUser user;

    @BeforeEach
    void createUser() {
        user = Signet.createUser("reader");
    }

    @Test
    @Journey
    void accessTokenAndApiKeyIdentifyTheSameUser() {
        for (String credential :
                List.of(user.login().access(), ApiKey.of(user, "reader").value())) {
            Signet.me(credential)
                    .then()
                    .statusCode(200)
                    .body("sub", equalTo(user.id()))
                    .body("roles", equalTo(List.of("reader")));
        }
    }

    @Test
    @Journey
    void boundTokenRequiresProof() {
        ProofKey key = new ProofKey();
        String token = tokenRequest(OAuth.machine("orders:read"))
                .clientCredentials()
                .proof(key)
                .accessToken();

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("GET", ISSUER + ME, token))
                .get(ME)
                .then()
                .statusCode(200);
        Signet.me(token).then().statusCode(401);
    }

    @Test
    void basicIsAcceptedOnlyAtLoginAndTokenEndpoint() {
        String basic = TestClient.basic(user.username(), Signet.PASSWORD);
        TestClient client = OAuth.machine("orders:read");

        given().header("Authorization", basic).post("/auth/login").then().statusCode(200);
        tokenRequest(client).clientCredentials().send().then().statusCode(200);
        given().header("Authorization", basic).get(ME).then().statusCode(401);
        given().header("Authorization", client.basic()).get(ME).then().statusCode(401);
    }

    @Test
    void sessionCookieIsAcceptedOnlyOnPages() {
        Browser browser = new Browser();
        App.registered().login(browser, user.username());

        assertThat(browser.cookies()).isNotEmpty();
        given().cookies(browser.cookies()).get(ME).then().statusCode(401);
        given().cookies(browser.cookies())
                .contentType("application/json")
                .body(Map.of("name", "a key"))
                .post(ApiKey.PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void requestWithoutCredentialIsUnauthorized() {
        assertProblem(given().get(ME), 401, "authentication_required");
    }
}
