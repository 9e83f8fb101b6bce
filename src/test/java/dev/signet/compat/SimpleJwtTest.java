package dev.signet.compat;

import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.accounts.Signet.PASSWORD;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Requests and responses of djangorestframework-simplejwt, byte for byte. */
@QuarkusTest
class SimpleJwtTest {

    @Test
    @Journey
    void verifyRejectsTokensForOtherAudiencesAndBoundTokens() {
        TestClient other = OAuth.machine("read", Map.of("audiences", List.of("https://other.example")));
        String elsewhere = tokenRequest(other).clientCredentials().accessToken();
        String bound = OAuth.boundToken(OAuth.machine("read"));

        for (String token : List.of(elsewhere, bound)) {
            assertThat(Signet.verify(token).<Boolean>path("active")).isTrue();
            post("verify/", Map.of("token", token)).statusCode(401).body("code", equalTo("token_not_valid"));
        }
    }

    @Test
    @Journey
    void passwordLoginReturnsTokenPair() {
        TestUser user = Signet.createUser();

        String access = post("", Map.of("username", user.username(), "password", PASSWORD, "remember_me", true))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("refresh", startsWith("sgr_"))
                .body("access", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .body("size()", equalTo(2))
                .extract()
                .path("access");

        Signet.me(access).then().statusCode(200).body("username", equalTo(user.username()));
        given().contentType(ContentType.URLENC)
                .formParam("username", user.username())
                .formParam("password", PASSWORD)
                .post("/api/token/")
                .then()
                .statusCode(200)
                .body("refresh", startsWith("sgr_"));
    }

    @Test
    void unknownUserIsIndistinguishableFromWrongPassword() {
        for (String username : List.of(Signet.createUser().username(), "nobody-of-that-name")) {
            post("", Map.of("username", username, "password", "wrong"))
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer realm=\"api\""))
                    .body("detail", equalTo("No active account found with the given credentials"))
                    .body("code", equalTo("no_active_account"));
        }
    }

    @Test
    void missingMemberIsNamed() {
        post("", Map.of("username", "alice"))
                .statusCode(400)
                .body("password", equalTo(List.of("This field is required.")));
        post("refresh/", Map.of()).statusCode(400).body("refresh", equalTo(List.of("This field is required.")));
    }

    @Test
    @Journey
    void replayedRefreshTokenEndsTheSession() {
        String first = Signet.createUser().login().refresh();

        String second = post("refresh/", Map.of("refresh", first))
                .statusCode(200)
                .body("refresh", not(equalTo(first)))
                .extract()
                .path("refresh");
        post("refresh/", Map.of("refresh", second)).statusCode(200);

        post("refresh/", Map.of("refresh", first))
                .statusCode(401)
                .body("detail", equalTo("Token is invalid or expired"))
                .body("code", equalTo("token_not_valid"));
    }

    @Test
    void verifyRejectsTokensAfterBlacklist() {
        Signet.Tokens tokens = Signet.createUser().login();
        post("verify/", Map.of("token", tokens.access())).statusCode(200).body("$", anEmptyMap());

        post("blacklist/", Map.of("refresh", tokens.refresh())).statusCode(200).body("$", anEmptyMap());

        post("verify/", Map.of("token", tokens.access())).statusCode(401).body("code", equalTo("token_not_valid"));
        post("refresh/", Map.of("refresh", tokens.refresh())).statusCode(401);
    }

    private static ValidatableResponse post(String view, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/token/" + view)
                .then();
    }
}
