package dev.signet.oauth.token;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.support.accounts.Signet;
import dev.signet.support.installation.Journey;
import dev.signet.support.installation.OnBothStacks;
import dev.signet.support.oauth.OAuth;
import dev.signet.support.oauth.ProofKey;
import dev.signet.support.oauth.TestClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static dev.signet.support.ErrorResponses.assertOAuthError;
import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.installation.TestInstallation.ISSUER;
import static dev.signet.support.oauth.OAuth.tokenRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

@QuarkusTest
class DpopTest {

    private static final String TOKEN = ISSUER + "/oauth2/token";
    private static final String ME = ISSUER + "/auth/me";

    private final ProofKey key = new ProofKey();

    @Test
    @Journey
    void proofBindsTokenToItsKey() {
        Response response = token(machine(), key.proof(TOKEN));

        response.then()
                .statusCode(200)
                .header("DPoP-Nonce", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("token_type", equalTo("DPoP"));
        assertThat(OAuth.claims(OAuth.accessToken(response)).at("/cnf/jkt").asText())
                .isEqualTo(key.thumbprint());
    }

    @Test
    void proofOfBoundKeyIsAccepted() {
        String token = bound();

        me(token, key.proof("GET", ME, token)).then().statusCode(200);
    }

    @Test
    @Journey
    void boundTokenWithoutItsKeyIsRejected() {
        String token = bound();

        assertProblem(Signet.me(token), 401, "invalid_token");
        given().header("Authorization", "DPoP " + token)
                .get("/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_dpop_proof\""))
                .body("code", equalTo("invalid_dpop_proof"));
        me(token, new ProofKey().proof("GET", ME, token))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("DPoP algs=\"RS256 ES256 Ed25519\""))
                .body("code", equalTo("invalid_token"));
    }

    @Test
    void bearerTokenIsRejectedWithDpopScheme() {
        String token = tokenRequest(machine()).clientCredentials().accessToken();

        assertProblem(me(token, key.proof("GET", ME, token)), 401, "invalid_token");
    }

    @Test
    void proofIsBoundToItsAccessToken() {
        String token = bound();
        String another = bound();

        assertProblem(me(token, key.proof("GET", ME, another)), 401, "invalid_dpop_proof");
        assertProblem(me(token, key.sign(key.header(), ProofKey.claims("GET", ME))), 401, "invalid_dpop_proof");
        me(token, key.proof("POST", ME, token)).then().statusCode(401);
        me(token, key.proof("GET", ISSUER + "/auth/sessions", token)).then().statusCode(401);
    }

    @Test
    @Journey
    void replayedProofIsRejected() {
        TestClient client = machine();
        String proof = key.proof(TOKEN);
        token(client, proof).then().statusCode(200);

        assertRejected(token(client, proof));

        String token = bound();
        String presented = key.proof("GET", ME, token);
        me(token, presented).then().statusCode(200);
        assertProblem(me(token, presented), 401, "invalid_dpop_proof");
    }

    @Test
    @OnBothStacks
    void concurrentProofIsAcceptedOnce() throws Exception {
        TestClient client = machine();
        String proof = key.proof(TOKEN);
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<Future<Integer>> calls = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() -> token(client, proof).statusCode()))
                    .toList();
            int won = 0;
            for (Future<Integer> call : calls) {
                won += call.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void mismatchedProofClaimsAreRejected() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("htm", "GET");
        wrong.put("htu", "https://elsewhere.example/oauth2/token");
        wrong.put("iat", Instant.now().minusSeconds(200).getEpochSecond());
        wrong.put("jti", "");
        TestClient client = machine();

        wrong.forEach((claim, value) -> {
            Map<String, Object> claims = ProofKey.claims("POST", TOKEN);
            claims.put(claim, value);
            assertRejected(token(client, key.sign(key.header(), claims)));
        });
        for (String claim : List.of("htm", "htu", "iat", "jti")) {
            Map<String, Object> claims = ProofKey.claims("POST", TOKEN);
            claims.remove(claim);
            assertRejected(token(client, key.sign(key.header(), claims)));
        }
        Map<String, Object> early = ProofKey.claims("POST", TOKEN);
        early.put("iat", Instant.now().plusSeconds(120).getEpochSecond());
        assertRejected(token(client, key.sign(key.header(), early)));
        Map<String, Object> numericNonce = ProofKey.claims("POST", TOKEN);
        numericNonce.put("nonce", 7);
        assertOAuthError(token(client, key.sign(key.header(), numericNonce)), 400, "use_dpop_nonce");
    }

    @Test
    void proofUrlIsComparedNormalizedWithoutQuery() {
        TestClient client = machine();

        for (String url : List.of(
                TOKEN + "?x=1", TOKEN + "#f", "HTTP://LOCALHOST:8080/oauth2/token", ISSUER + "/x/../oauth2/token")) {
            token(client, key.proof(url)).then().statusCode(200);
        }
        for (String url : List.of(
                ISSUER + "/oauth2/Token",
                ISSUER + "/oauth2/token/",
                "http://localhost/oauth2/token",
                "/oauth2/token",
                "")) {
            assertRejected(token(client, key.proof(url)));
        }
    }

    @Test
    void proofHeaderNeedsValidPublicKeyAndAlgorithm() {
        TestClient client = machine();
        Map<String, Object> privateKey = new HashMap<>(key.jwk());
        privateKey.put("d", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Map<String, Map<String, Object>> spoilt = new HashMap<>();
        spoilt.put("typ", Map.of("typ", "JWT"));
        spoilt.put("alg", Map.of("alg", "none"));
        spoilt.put("hmac", Map.of("alg", "HS256"));
        spoilt.put("rsa", Map.of("alg", "RS256"));
        spoilt.put("another key", Map.of("jwk", new ProofKey().jwk()));
        spoilt.put("private key", Map.of("jwk", privateKey));
        spoilt.put("symmetric key", Map.of("jwk", Map.of("kty", "oct", "k", "AAAA")));
        spoilt.put("no key", Map.of("jwk", "x"));
        spoilt.put("crit", Map.of("crit", List.of("x"), "x", 1));
        spoilt.put("jku", Map.of("jku", "https://evil.example/jwks"));

        spoilt.forEach((part, members) -> {
            Map<String, Object> header = key.header();
            header.putAll(members);
            assertThat(token(client, key.sign(header, ProofKey.claims("POST", TOKEN)))
                            .statusCode())
                    .as(part)
                    .isEqualTo(400);
        });
        Map<String, Object> withoutKey = key.header();
        withoutKey.remove("jwk");
        assertRejected(token(client, key.sign(withoutKey, ProofKey.claims("POST", TOKEN))));
        for (String garbage : List.of("garbage", "a.b.c", "x".repeat(9_000))) {
            assertThat(token(client, garbage).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void twoProofsAreRejected() {
        assertOAuthError(
                tokenRequest(machine())
                        .clientCredentials()
                        .proof(key)
                        .proof(key)
                        .send(),
                400,
                "invalid_dpop_proof");
    }

    @Test
    void embeddedKeyIsIgnoredOutsideProofs() {
        String token = bound();
        Map<String, Object> header = key.header();
        header.put("typ", "at+jwt");
        Map<String, Object> claims =
                new ObjectMapper().convertValue(OAuth.claims(token), new TypeReference<Map<String, Object>>() {});

        Signet.me(key.sign(header, claims)).then().statusCode(401);
        Signet.verify(key.sign(header, claims)).then().body("active", equalTo(false));
        Signet.me(key.proof("GET", ME, token)).then().statusCode(401);
    }

    @Test
    void clientWithBoundTokensNeedsProof() {
        TestClient client = OAuth.machine("orders:read", Map.of("dpop_bound_access_tokens", true));

        assertOAuthError(tokenRequest(client).clientCredentials().send(), 400, "invalid_dpop_proof");
        token(client, key.proof(TOKEN)).then().statusCode(200);
    }

    @Test
    void onlyIssuedNonceIsAccepted() {
        TestClient client = machine();
        String nonce = token(client, key.proof(TOKEN)).header("DPoP-Nonce");
        Map<String, Object> claims = ProofKey.claims("POST", TOKEN);

        claims.put("nonce", nonce);
        token(client, key.sign(key.header(), claims)).then().statusCode(200);
        claims.put("nonce", (nonce.startsWith("x") ? "y" : "x") + nonce.substring(1));
        claims.put("jti", "another");
        Response rejected = token(client, key.sign(key.header(), claims));

        rejected.then().statusCode(400).header("DPoP-Nonce", equalTo(nonce)).body("error", equalTo("use_dpop_nonce"));
    }

    @Test
    void verifyEndpointReturnsKeyThumbprint() {
        Signet.verify(bound())
                .then()
                .statusCode(is(200))
                .body("active", equalTo(true))
                .body("cnf.jkt", equalTo(key.thumbprint()));
    }

    private String bound() {
        return OAuth.accessToken(token(machine(), key.proof(TOKEN)));
    }

    private static TestClient machine() {
        return OAuth.machine("orders:read");
    }

    private static Response token(TestClient client, String proof) {
        return tokenRequest(client).clientCredentials().header("DPoP", proof).send();
    }

    private static Response me(String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .get("/auth/me");
    }

    private static void assertRejected(Response response) {
        assertOAuthError(response, 400, "invalid_dpop_proof");
    }
}
