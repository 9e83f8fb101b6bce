package dev.signet.oauth.token;

import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OptionalFeatures;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/**
 * Setting {@code signet.tokens.dpop.nonce-required}: every endpoint rejects a proof without a nonce of this server (RFC
 * 9449 §8, §9).
 */
@QuarkusTest
@TestProfile(OptionalFeatures.class)
class DpopNonceRequiredTest {

    private static final String TOKEN = ISSUER + "/oauth2/token";
    private static final String ME = ISSUER + "/auth/me";

    private final ProofKey key = new ProofKey();

    @Test
    @Journey
    void proofNeedsNonceOfErrorResponse() {
        TestClient client = OAuth.machine("orders:read");

        Response rejected = token(client, key.proof(TOKEN));
        assertOAuthError(rejected, 400, "use_dpop_nonce");
        String nonce = rejected.header("DPoP-Nonce");
        assertThat(nonce).isNotBlank();

        Response response = token(client, withNonce("POST", TOKEN, nonce, null));
        assertThat(OAuth.claims(OAuth.accessToken(response)).at("/cnf/jkt").asText())
                .isEqualTo(key.thumbprint());
        assertOAuthError(token(client, withNonce("POST", TOKEN, "x".repeat(22), null)), 400, "use_dpop_nonce");
    }

    @Test
    void resourceRequiresNonceToo() {
        TestClient client = OAuth.machine("orders:read");
        String nonce = token(client, key.proof(TOKEN)).header("DPoP-Nonce");
        String token = OAuth.accessToken(token(client, withNonce("POST", TOKEN, nonce, null)));

        Response rejected = me(token, key.proof("GET", ME, token));
        rejected.then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"use_dpop_nonce\""))
                .body("code", equalTo("use_dpop_nonce"));

        me(token, withNonce("GET", ME, rejected.header("DPoP-Nonce"), token))
                .then()
                .statusCode(200);
    }

    private String withNonce(String method, String url, String nonce, String accessToken) {
        Map<String, Object> claims = ProofKey.claims(method, url);
        claims.put("nonce", nonce);
        if (accessToken != null) {
            claims.put("ath", ProofKey.hash(accessToken));
        }
        return key.sign(key.header(), claims);
    }

    private static Response token(TestClient client, String proof) {
        return tokenRequest(client).clientCredentials().header("DPoP", proof).send();
    }

    private static Response me(String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .get("/auth/me");
    }
}
