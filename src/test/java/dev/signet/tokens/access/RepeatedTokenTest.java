package dev.signet.tokens.access;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.VerifiedJwt;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.ring.KeyRing;
import dev.signet.support.accounts.Signet;
import dev.signet.support.accounts.Signet.Tokens;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static dev.signet.support.ErrorResponses.assertProblem;
import static dev.signet.support.Polling.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Repeated verification of a token: only its signature is cached. */
@QuarkusTest
@TestProfile(RepeatedTokenTest.ShortLife.class)
@OnBothStacks
class RepeatedTokenTest {

    /** Profile with a small cache, and with tokens that outlast all waits of the tests. */
    public static final class ShortLife implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "signet.tokens.access-token-ttl",
                    "PT5M",
                    "signet.keys.clock-skew",
                    "PT1S",
                    "signet.tokens.verified-cache-size",
                    "10",
                    "signet.tokens.algorithm",
                    "ES256",
                    "signet.login.audiences",
                    "https://api.example.org",
                    "signet.accounts.password.memory-kib",
                    "1024");
        }
    }

    private static final Duration SHORT_LIFE = Duration.ofSeconds(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);
    // The service guarantees one second; the rest is for the requests on a busy machine.
    private static final Duration REVOCATION_LIMIT = Duration.ofSeconds(5);

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    KeyRing keys;

    @Test
    void signatureIsVerifiedOnce() {
        String token = Signet.createUser().login().access();

        VerifiedJwt first = verifier.verifyOwn(token).orElseThrow();

        assertThat(verifier.verifyOwn(new String(token.toCharArray()))).containsSame(first);
        assertThat(verifier.verifyForOthers(token)).containsSame(first);
    }

    @Test
    void tokenOfEndedSessionIsRejectedSoon() throws Exception {
        Tokens tokens = cached(Signet.createUser().login());

        Signet.bearer(tokens.access()).post("/auth/logout").then().statusCode(204);

        awaitRejected(tokens.access(), REVOCATION_LIMIT);
    }

    @Test
    void tokenOfCompromisedKeyIsRejectedSoon() throws Exception {
        Tokens tokens = cached(Signet.createUser().login());
        String kid = keys.signer(JwsAlgorithm.ES256).kid();

        Signet.bearer(Signet.admin().access())
                .post("/admin/keys/" + kid + "/compromise")
                .then()
                .statusCode(200);

        awaitRejected(tokens.access(), REVOCATION_LIMIT);
    }

    @Test
    void expiredTokenIsRejected() throws Exception {
        String token =
                cached(resignedWithShortExpiry(Signet.createUser().login().access()));

        awaitRejected(token, SHORT_LIFE.plus(CLOCK_SKEW).plus(REVOCATION_LIMIT));
    }

    @Test
    void sameClaimsWithAnotherSignatureAreRejected() {
        String token = cached(Signet.createUser().login()).access();
        int signature = token.lastIndexOf('.') + 1;
        for (int position : new int[] {signature, signature + 20, token.length() - 2}) {
            char other = token.charAt(position) == 'A' ? 'B' : 'A';

            assertRejected(token.substring(0, position) + other + token.substring(position + 1));
        }
        assertRejected(token.substring(0, signature)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
        assertRejected(token.substring(0, signature));
        assertRejected(token + "=");
        assertRejected(token + "\u00ff");
        Signet.me(token).then().statusCode(200);
    }

    @Test
    void otherClaimsWithCachedSignatureAreRejected() {
        String[] parts = cached(Signet.createUser().login()).access().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String raised = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("\"groups\":[]", "\"groups\":[\"admin\"]")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(raised).isNotEqualTo(parts[1]);
        assertRejected(parts[0] + "." + raised + "." + parts[2]);
    }

    @Test
    void cachedTokenForAnotherAudienceIsRejected() {
        String token = Signet.createUser()
                .loginRequest()
                .with("audience", List.of("https://api.example.org"))
                .send()
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        Signet.verify(token).then().body("active", equalTo(true));
        Signet.verify(token).then().body("active", equalTo(true));

        Signet.me(token).then().statusCode(401);
    }

    // Signs the same claims again, so that only one token expires during the test.
    private String resignedWithShortExpiry(String token) {
        ClaimsSet claims = verifier.verifyOwn(token).orElseThrow().claims();
        ClaimsSet.Builder copy = ClaimsSet.builder();
        claims.asMap().forEach((name, value) -> {
            if (name.equals("exp")) {
                copy.claim(name, Instant.now().plus(SHORT_LIFE));
            } else if (value instanceof String text) {
                copy.claim(name, text);
            } else if (value instanceof Long number) {
                copy.claim(name, number);
            } else {
                copy.claim(name, claims.strings(name));
            }
        });
        return keys.signer(JwsAlgorithm.ES256).sign(JwtType.ACCESS_TOKEN, copy.build());
    }

    private static Tokens cached(Tokens tokens) {
        cached(tokens.access());
        return tokens;
    }

    private static String cached(String token) {
        for (int i = 0; i < 2; i++) {
            Signet.me(token).then().statusCode(200);
            Signet.verify(token).then().body("active", equalTo(true));
        }
        return token;
    }

    private static void assertRejected(String token) {
        Signet.verify(token).then().statusCode(200).body("active", equalTo(false));
        assertProblem(Signet.me(token), 401, "invalid_token");
    }

    private static void awaitRejected(String token, Duration limit) {
        await().atMost(limit).until(() -> Signet.me(token).statusCode() == 401);
        assertRejected(token);
    }
}
