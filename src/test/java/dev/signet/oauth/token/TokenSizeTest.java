package dev.signet.oauth.token;

import dev.signet.support.Journey;
import dev.signet.support.OAuth;
import dev.signet.support.Signet;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** A token that is longer than the limit is not issued; every issued token is accepted everywhere. */
@QuarkusTest
class TokenSizeTest {

    static final int LIMIT = 12_288;

    @Test
    @Journey
    void tooLargeClientTokenIsNotIssued() {
        TestClient machine = OAuth.machine("orders:read", Map.of("claims", claims("access_token", LIMIT)));

        requireTooLarge(OAuth.token(machine, "grant_type", "client_credentials"), "access token");

        TestClient.admin()
                .get("/admin/events?limit=200&type=token.too_large")
                .then()
                .body("items.client_id", hasItem(machine.id()));
    }

    @Test
    @Journey
    void largestTokenIsReadEverywhere() {
        TestClient machine = OAuth.machine("orders:read");
        int rest = OAuth.accessToken(OAuth.token(machine, "grant_type", "client_credentials"))
                .length();
        setClaims(machine, claims("access_token", (LIMIT - 100 - rest) * 3 / 4));
        String token = OAuth.accessToken(OAuth.token(machine, "grant_type", "client_credentials"));

        assertThat(token).hasSizeBetween(LIMIT - 1_000, LIMIT);
        assertThat(Signet.verify(token).<Boolean>path("active")).isTrue();
        assertThat(OAuth.form(machine, "token", token)
                        .post("/oauth2/introspect")
                        .<Boolean>path("active"))
                .isTrue();
        OAuth.form(machine, "token", token).post("/oauth2/revoke").then().statusCode(200);
        assertThat(Signet.verify(token).<Boolean>path("active")).isFalse();
        // As a header, together with a proof and the headers of a browser; refused as revoked and not for its length.
        Signet.bearer(token)
                .header("Cookie", "x=" + "y".repeat(3_000))
                .get("/auth/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_token"));
        given().queryParam("id_token_hint", token).get("/oauth2/logout").then().statusCode(400);
        given().queryParam("id_token_hint", "x".repeat(LIMIT))
                .get("/oauth2/authorize")
                .then()
                .statusCode(400);
    }

    static void requireTooLarge(Response response, String token) {
        response.then()
                .statusCode(400)
                .body("error", equalTo("token_too_large"))
                .body("error_description", containsString(token))
                .body("error_description", containsString("the limit is " + LIMIT));
    }

    static void setClaims(TestClient client, Map<String, ?> claims) {
        Map<String, Object> change = new java.util.HashMap<>();
        change.put("claims", claims);
        TestClient.admin()
                .body(change)
                .patch("/admin/clients/" + client.id())
                .then()
                .statusCode(200);
    }

    // Returns claims of about that many bytes.
    static Map<String, ?> claims(String place, int bytes) {
        int each = 500;
        Map<String, Object> claims = new java.util.TreeMap<>();
        for (int left = bytes, i = 10; left > 0; left -= 10 * each, i++) {
            int values = Math.min(10, Math.max(1, left / (each + 3)));
            claims.put(
                    "c" + i,
                    Map.of(
                            "value",
                            IntStream.range(0, values)
                                    .mapToObj(v -> "v".repeat(each))
                                    .toList(),
                            "in",
                            List.of(place)));
        }
        return claims;
    }
}
