package dev.signet.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import dev.signet.support.oauth.TokenLimit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class JwtBearerTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final ProofKey key = new ProofKey();

    @Test
    @Journey
    void clientGetsTokenOfItsServiceAccount() {
        TestClient client = client();
        String account = account(client.id(), "service");

        Response response = token(client, claims(client));

        response.then().statusCode(200).body("scope", equalTo("orders:read")).body("$", not(hasKey("refresh_token")));
        JsonNode claims = OAuth.claims(OAuth.accessToken(response));
        assertThat(claims.get("sub").asText()).isEqualTo(account);
        assertThat(claims.get("upn").asText()).isEqualTo(client.id());
        assertThat(claims.get("amr").get(0).asText()).isEqualTo("swk");
    }

    @Test
    @Journey
    void replayedAssertionIsRejected() {
        TestClient client = client();
        account(client.id(), "service");
        Map<String, Object> claims = claims(client);
        token(client, claims).then().statusCode(200);

        assertOAuthError(token(client, claims), 400, "invalid_grant");
    }

    @Test
    void tooLargeAccessTokenLeavesAssertionUnused() {
        TestClient client = client();
        String account = account(client.id(), "service");
        Map<String, Object> claims = claims(client);
        TokenLimit.setClaims(client, TokenLimit.claims("access_token", TokenLimit.LIMIT));

        TokenLimit.requireTooLarge(token(client, claims), "access token");
        TokenLimit.requireTooLarge(token(client, claims), "access token");

        TokenLimit.requireRecorded("subject", account);
        TokenLimit.setClaims(client, null);
        token(client, claims).then().statusCode(200);
    }

    @Test
    void disabledAccountIsRejectedAtOnce() {
        TestClient client = client();
        String account = account(client.id(), "service");
        String token = OAuth.accessToken(token(client, claims(client)));

        Signet.adminRequest()
                .body(Map.of("enabled", false))
                .patch("/admin/accounts/" + account)
                .then()
                .statusCode(200);

        assertThat(Signet.verify(token).<Boolean>path("active")).isFalse();
        assertOAuthError(token(client, claims(client)), 400, "invalid_grant");
    }

    @Test
    void assertionForAnotherAccountIsRejected() {
        TestClient client = client();
        account(client.id(), "service");
        String user = Signet.createUser().username();
        TestClient withoutAccount = client();
        TestClient withUserAccount = client();
        account(withUserAccount.id(), "person");

        for (String subject : List.of(user, "admin", withoutAccount.id())) {
            assertOAuthError(token(client, with(client, "sub", subject)), 400, "invalid_grant");
        }
        for (TestClient other : List.of(withoutAccount, withUserAccount)) {
            assertOAuthError(token(other, claims(other)), 400, "invalid_grant");
        }
    }

    @Test
    void invalidAssertionIsRejected() {
        TestClient client = client();
        account(client.id(), "service");
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("iss", "another");
        wrong.put("aud", List.of(ISSUER, "https://elsewhere.example"));
        wrong.put("exp", Instant.now().plusSeconds(3_600).getEpochSecond());
        wrong.put("jti", 7);

        wrong.forEach(
                (claim, value) -> assertOAuthError(token(client, with(client, claim, value)), 400, "invalid_grant"));
        token(client, with(client, "exp", Instant.now().minusSeconds(60).getEpochSecond()))
                .then()
                .statusCode(400);
        assertOAuthError(present(client, new ProofKey().sign(header(), claims(client))), 400, "invalid_grant");
        for (String garbage : List.of("garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            assertOAuthError(present(client, garbage), 400, "invalid_grant");
        }
    }

    private TestClient client() {
        Map<String, Object> jwk = new HashMap<>(key.jwk());
        jwk.put("kid", "one");
        return TestClient.register(Map.of(
                "client_name",
                "job",
                "grant_types",
                List.of(GRANT),
                "scope",
                "orders:read openid",
                "token_endpoint_auth_method",
                "client_secret_basic",
                "jwks",
                Map.of("keys", List.of(jwk))));
    }

    private static String account(String username, String kind) {
        return Signet.adminRequest()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "kind", kind))
                .post("/admin/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> claims(TestClient client) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", client.id());
        claims.put("sub", client.id());
        claims.put("aud", ISSUER);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plusSeconds(60).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private static Map<String, Object> with(TestClient client, String claim, Object value) {
        Map<String, Object> claims = claims(client);
        claims.put(claim, value);
        return claims;
    }

    private static Map<String, Object> header() {
        return Map.of("alg", "ES256", "kid", "one", "typ", "JWT");
    }

    private Response token(TestClient client, Map<String, Object> claims) {
        return present(client, key.sign(header(), claims));
    }

    private static Response present(TestClient client, String assertion) {
        return tokenRequest(client).grant(GRANT).with("assertion", assertion).send();
    }
}
