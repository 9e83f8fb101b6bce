package dev.signet.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.oauth.code.AuthorizationCodes;
import dev.signet.oauth.code.IssuedCode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.TestUser;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.installation.TestInstallation;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.oauth.OAuth.revocationRequest;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@OnBothStacks
class RefreshGrantTest {

    private static final String TOKEN = TestInstallation.ISSUER + "/oauth2/token";

    @Inject
    AuthorizationCodes codes;

    @Test
    void rotationIssuesNewTokenPair() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "openid offline_access");

        Response second = refresh(web, first);

        second.then()
                .statusCode(200)
                .body("refresh_token", not(equalTo(first.path("refresh_token"))))
                .body("scope", equalTo("openid offline_access"));
        assertThat(OAuth.claims(OAuth.accessToken(second)).get("sid"))
                .isEqualTo(OAuth.claims(OAuth.accessToken(first)).get("sid"));
    }

    @Test
    void unrotatedRefreshTokenStaysValid() {
        TestClient web = keyBoundClient(false);
        ProofKey key = new ProofKey();
        Response first = IssuedCode.of(codes, web, Signet.createUser(), "openid offline_access")
                .redeem(key.proof(TOKEN));

        Response second = refresh(web, first, key);
        Response third = refresh(web, first, key);

        for (Response response : List.of(second, third)) {
            response.then().statusCode(200).body("refresh_token", equalTo(first.<String>path("refresh_token")));
            JsonNode claims = OAuth.claims(OAuth.accessToken(response));
            assertThat(claims.get("sid"))
                    .isEqualTo(OAuth.claims(OAuth.accessToken(first)).get("sid"));
            assertThat(claims.at("/cnf/jkt").asText()).isEqualTo(key.thumbprint());
        }
        assertOAuthError(refresh(keyBoundClient(false), first, key), 400, "invalid_grant");
        assertOAuthError(refresh(web, first), 400, "invalid_dpop_proof");
        refresh(web, first, key).then().statusCode(200);
        revocationRequest(web, first.<String>path("refresh_token"))
                .send()
                .then()
                .statusCode(200);
        assertOAuthError(refresh(web, first, key), 400, "invalid_grant");
    }

    @Test
    void formerRefreshTokenRevokesFamilyAlsoWithoutRotation() {
        TestClient web = keyBoundClient(true);
        ProofKey key = new ProofKey();
        Response first =
                IssuedCode.of(codes, web, Signet.createUser(), "offline_access").redeem(key.proof(TOKEN));
        Response second = refresh(web, first, key);
        Response third = refresh(web, second, key);
        third.then().statusCode(200);
        Signet.adminRequest()
                .body(Map.of("refresh_token_rotation", false))
                .patch("/admin/clients/" + web.id())
                .then()
                .statusCode(200);
        refresh(web, third, key).then().statusCode(200);

        assertOAuthError(refresh(web, first, key), 400, "invalid_grant");

        assertOAuthError(refresh(web, third, key), 400, "invalid_grant");
    }

    private static TestClient keyBoundClient(boolean rotation) {
        return TestClient.register(Map.of(
                "redirect_uris",
                List.of(IssuedCode.REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "scope",
                "openid offline_access",
                "audiences",
                List.of(IssuedCode.API, "https://files.example"),
                "dpop_bound_access_tokens",
                true,
                "refresh_token_rotation",
                rotation));
    }

    private static Response refresh(TestClient client, Response former, ProofKey key) {
        return tokenRequest(client)
                .refresh(former.path("refresh_token"))
                .proof(key)
                .send();
    }

    @Test
    void publicClientRotatesRefreshToken() {
        TestClient spa = IssuedCode.publicClient();
        Response first = login(spa, Signet.createUser(), "offline_access");
        Response second = refresh(spa, first);
        Response third = refresh(spa, second);
        third.then().statusCode(200);

        assertOAuthError(refresh(spa, first), 400, "invalid_grant");

        assertOAuthError(refresh(spa, third), 400, "invalid_grant");
        assertThat(Signet.verify(OAuth.accessToken(third)).<Boolean>path("active"))
                .isFalse();
    }

    @Test
    void narrowerScopeAppliesToOneTokenOnly() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "offline_access orders:read orders:write");

        Response narrowed = tokenRequest(web)
                .refresh(first.path("refresh_token"))
                .scope("orders:read")
                .resource(IssuedCode.API)
                .send();

        narrowed.then().statusCode(200).body("scope", equalTo("orders:read"));
        JsonNode claims = OAuth.claims(OAuth.accessToken(narrowed));
        assertThat(claims.get("scope").asText()).isEqualTo("orders:read");
        assertThat(claims.get("aud").asText()).isEqualTo(IssuedCode.API);
        refresh(web, narrowed).then().statusCode(200).body("scope", equalTo("offline_access orders:read orders:write"));
    }

    @Test
    void removedScopesAreNotReissued() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "offline_access orders:read orders:write");
        IssuedCode late = IssuedCode.of(codes, web, Signet.createUser(), "offline_access orders:read orders:write");

        Signet.adminRequest()
                .body(Map.of("scope", "offline_access orders:read", "audiences", List.of(IssuedCode.API)))
                .patch("/admin/clients/" + web.id())
                .then()
                .statusCode(200);

        for (Response response : List.of(refresh(web, first), late.redeem())) {
            response.then().statusCode(200).body("scope", equalTo("offline_access orders:read"));
            JsonNode claims = OAuth.claims(OAuth.accessToken(response));
            assertThat(claims.get("scope").asText()).isEqualTo("offline_access orders:read");
            assertThat(claims.get("aud").asText()).isEqualTo(IssuedCode.API);
        }
    }

    @Test
    void removedAudienceLeavesRefreshTokenValid() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "offline_access orders:read");

        change(web, Map.of("audiences", List.of("https://elsewhere.example")));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertOAuthError(refresh(web, first), 400, "invalid_target");
        }
        change(web, Map.of("audiences", List.of(IssuedCode.API)));

        Response second = refresh(web, first);
        second.then().statusCode(200);
        refresh(web, second).then().statusCode(200);
    }

    private static void change(TestClient client, Map<String, ?> members) {
        Signet.adminRequest()
                .body(members)
                .patch("/admin/clients/" + client.id())
                .then()
                .statusCode(200);
    }

    @Test
    void widerScopeLeavesRefreshTokenUnused() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "offline_access orders:read");

        for (String scope : List.of("orders:read orders:write", "orders:write", "everything")) {
            assertOAuthError(
                    tokenRequest(web)
                            .refresh(first.path("refresh_token"))
                            .scope(scope)
                            .send(),
                    400,
                    "invalid_scope");
        }
        assertOAuthError(
                tokenRequest(web)
                        .refresh(first.path("refresh_token"))
                        .resource("https://elsewhere.example")
                        .send(),
                400,
                "invalid_target");
        refresh(web, first).then().statusCode(200);
    }

    @Test
    void refreshTokenOfAnotherClientStaysValid() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "offline_access");

        assertOAuthError(refresh(IssuedCode.webClient(), first), 400, "invalid_grant");
        Signet.refresh(first.path("refresh_token")).then().statusCode(401);

        refresh(web, first).then().statusCode(200);
    }

    @Test
    void firstPartyRefreshTokenIsRejectedAtTokenEndpoint() {
        String refreshToken = Signet.createUser().login().refresh();

        assertOAuthError(
                tokenRequest(IssuedCode.webClient()).refresh(refreshToken).send(), 400, "invalid_grant");
        Signet.refresh(refreshToken).then().statusCode(200);
    }

    @Test
    void registeredLifetimesAreUsed() {
        TestClient client = TestClient.register(Map.of(
                "client_name",
                "web",
                "redirect_uris",
                List.of(IssuedCode.REDIRECT_URI),
                "grant_types",
                List.of("authorization_code", "refresh_token"),
                "scope",
                "offline_access",
                "audiences",
                List.of(IssuedCode.API),
                "access_token_ttl",
                60,
                "refresh_token_ttl",
                3_600));
        Response first = IssuedCode.of(codes, client, Signet.createUser(), "offline_access")
                .redeem();

        first.then().statusCode(200).body("expires_in", equalTo(60)).body("refresh_expires_in", equalTo(3_600));
        refresh(client, first).then().statusCode(200).body("expires_in", equalTo(60));
    }

    @Test
    void deletedClientLosesItsSessions() {
        TestClient web = IssuedCode.webClient();
        Response first = login(web, Signet.createUser(), "offline_access");

        Signet.adminRequest().delete("/admin/clients/" + web.id()).then().statusCode(204);

        assertThat(Signet.verify(OAuth.accessToken(first)).<Boolean>path("active"))
                .isFalse();
        assertOAuthError(refresh(web, first), 401, "invalid_client");
    }

    private Response login(TestClient client, TestUser user, String scope) {
        Response response = IssuedCode.of(codes, client, user, scope).redeem();
        response.then().statusCode(200);
        return response;
    }

    private static Response refresh(TestClient client, Response before) {
        return tokenRequest(client).refresh(before.path("refresh_token")).send();
    }
}
