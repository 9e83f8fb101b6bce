package dev.signet.oauth.token;

import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.OAuth;
import dev.signet.support.OnBothStacks;
import dev.signet.support.Signet;
import dev.signet.support.Signet.Person;
import dev.signet.support.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static dev.signet.oauth.token.TokenSizeTest.LIMIT;
import static dev.signet.oauth.token.TokenSizeTest.claims;
import static dev.signet.oauth.token.TokenSizeTest.requireTooLarge;
import static dev.signet.oauth.token.TokenSizeTest.setClaims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

/** A token that is longer than the limit is not issued, and nothing is consumed for it. */
@QuarkusTest
@OnBothStacks
class TooLargeTokenTest {

    @Inject
    AuthorizationCodes codes;

    @Test
    void tooLargeAccessTokenLeavesCodeUnused() {
        TestClient web = IssuedCode.webClient();
        Person person = Signet.person();
        IssuedCode code = IssuedCode.of(codes, web, person, "openid");
        setClaims(web, claims("access_token", LIMIT));

        requireTooLarge(code.redeem(), "access token");
        requireTooLarge(code.redeem(), "access token");

        TestClient.admin()
                .get("/admin/events?limit=200&type=token.too_large")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem(person.id()))
                .body("items.client_id", hasItem(web.id()));
        setClaims(web, null);
        code.redeem().then().statusCode(200);
    }

    @Test
    void tooLargeIdTokenLeavesCodeUnused() {
        TestClient web = IssuedCode.webClient();
        IssuedCode code = IssuedCode.of(codes, web, Signet.person(), "openid");
        setClaims(web, claims("id_token", LIMIT));

        requireTooLarge(code.redeem(), "ID Token");

        setClaims(web, null);
        code.redeem().then().statusCode(200);
    }

    @Test
    void tooLargeTokensLeaveRefreshTokenUnused() {
        for (String place : List.of("access_token", "id_token")) {
            TestClient web = IssuedCode.webClient();
            String refreshToken = IssuedCode.of(codes, web, Signet.person(), "openid offline_access")
                    .redeem()
                    .path("refresh_token");
            setClaims(web, claims(place, LIMIT));

            requireTooLarge(refresh(web, refreshToken), "oken");
            requireTooLarge(refresh(web, refreshToken), "oken");

            setClaims(web, claims(place, 4_000));
            String second =
                    refresh(web, refreshToken).then().statusCode(200).extract().path("refresh_token");
            setClaims(web, null);
            refresh(web, second).then().statusCode(200);
        }
    }

    @Test
    void longRolesAreRefreshedAndReplayIsDetected() {
        Person person = Signet.person();
        Signet.Tokens first = person.login();
        String[] roles = IntStream.range(0, 30)
                .mapToObj(i -> "role-" + i + "-" + "x".repeat(50))
                .toArray(String[]::new);
        for (String role : roles) {
            TestClient.admin().body(Map.of("name", role)).post("/admin/roles");
        }
        TestClient.admin()
                .body(roles)
                .put("/admin/accounts/" + person.id() + "/roles")
                .then()
                .statusCode(200);

        Signet.Tokens second = Signet.tokens(Signet.refresh(first.refresh()));
        Signet.Tokens third = Signet.tokens(Signet.refresh(second.refresh()));

        assertThat(OAuth.claims(third.access()).get("groups")).hasSize(30);
        Signet.refresh(first.refresh()).then().statusCode(401);
        Signet.refresh(third.refresh()).then().statusCode(401);
    }

    private static Response refresh(TestClient client, String refreshToken) {
        return OAuth.token(client, "grant_type", "refresh_token", "refresh_token", refreshToken);
    }
}
