package dev.signet.oauth.token;

import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.oauth.OAuth.introspectionRequest;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static dev.signet.support.oauth.TokenLimit.LIMIT;
import static dev.signet.support.oauth.TokenLimit.claims;
import static dev.signet.support.oauth.TokenLimit.requireRecorded;
import static dev.signet.support.oauth.TokenLimit.requireTooLarge;
import static dev.signet.support.oauth.TokenLimit.setClaims;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Limit on the length of tokens: a longer token is not issued, and every issued token is accepted everywhere. */
@QuarkusTest
class TokenSizeTest {

    @Test
    @Journey
    void tooLargeClientTokenIsNotIssued() {
        TestClient machine = OAuth.machine("orders:read", Map.of("claims", claims("access_token", LIMIT)));

        requireTooLarge(tokenRequest(machine).clientCredentials().send(), "access token");

        requireRecorded("client_id", machine.id());
    }

    @Test
    @Journey
    void largestTokenIsAcceptedEverywhere() {
        TestClient machine = OAuth.machine("orders:read");
        int rest = tokenRequest(machine).clientCredentials().accessToken().length();
        setClaims(machine, claims("access_token", (LIMIT - 100 - rest) * 3 / 4));
        String token = tokenRequest(machine).clientCredentials().accessToken();

        assertThat(token).hasSizeBetween(LIMIT - 1_000, LIMIT);
        assertThat(Signet.verify(token).<Boolean>path("active")).isTrue();
        assertThat(introspectionRequest(machine, token).send().<Boolean>path("active"))
                .isTrue();
        revocationRequest(machine, token).send().then().statusCode(200);
        assertThat(Signet.verify(token).<Boolean>path("active")).isFalse();
        // The token fits into a header, together with a proof and the headers of a browser. It is rejected because it
        // is revoked, not because of its length.
        assertProblem(
                Signet.bearer(token).header("Cookie", "x=" + "y".repeat(3_000)).get("/auth/me"), 401, "invalid_token");
        given().queryParam("id_token_hint", token).get("/oauth2/logout").then().statusCode(400);
        given().queryParam("id_token_hint", "x".repeat(LIMIT))
                .get("/oauth2/authorize")
                .then()
                .statusCode(400);
    }
}
