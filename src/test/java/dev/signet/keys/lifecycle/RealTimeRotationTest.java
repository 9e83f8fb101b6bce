package dev.signet.keys.lifecycle;

import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SignatureEngine;
import dev.signet.keys.ring.KeyRing;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static dev.signet.support.Polling.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The scheduled jobs with a schedule of seconds, under load, observed over HTTP by a cache that obeys the headers. */
@QuarkusTest
@TestProfile(RealTimeRotationTest.Seconds.class)
@OnBothStacks
class RealTimeRotationTest {

    // Three rotations take about 15 seconds. Only a hang reaches the limit.
    private static final int ENOUGH_KEYS = 4;
    private static final int ENOUGH_TOKENS = 100;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(2);
    private static final Pattern MAX_AGE = Pattern.compile("max-age=([0-9]+)");

    @Inject
    KeyRing ring;

    @Inject
    SignatureEngine engine;

    private final Clock clock = Clock.systemUTC();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> kids = ConcurrentHashMap.newKeySet();

    @Test
    void strictCacheVerifiesEveryTokenDuringRotation() throws Exception {
        Instant end = clock.instant().plus(LIMIT);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> loads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                loads.add(threads.submit(() -> signAndVerifyUntil(end)));
            }
            for (Future<Integer> load : loads) {
                assertThat(load.get()).isGreaterThan(ENOUGH_TOKENS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(failures).isEmpty();
        assertThat(kids).hasSizeGreaterThan(2);
    }

    private int signAndVerifyUntil(Instant end) {
        StrictCache cache = new StrictCache(engine, clock::instant, RealTimeRotationTest::fetch);
        JwtPolicy policy = JwtPolicy.builder()
                .issuer("https://issuer")
                .types(JwtType.ACCESS_TOKEN)
                .clockSkew(Duration.ZERO)
                .build();
        JwtVerifier verifier = new JwtVerifier(cache, policy, clock);
        int verified = 0;
        String old = sign();
        Instant oldUntil = clock.instant().plus(TOKEN_LIFE).minusMillis(500);
        while ((verified <= ENOUGH_TOKENS || kids.size() < ENOUGH_KEYS)
                && clock.instant().isBefore(end)) {
            verify(verifier, sign());
            if (clock.instant().isBefore(oldUntil)) {
                verify(verifier, old);
            } else {
                old = sign();
                oldUntil = clock.instant().plus(TOKEN_LIFE).minusMillis(1500);
            }
            verified++;
        }
        return verified;
    }

    private String sign() {
        // On a busy machine, a node that could not read the keys in time rejects to sign until it has read them.
        JwtSigner signer = await().ignoreException(ServiceException.class).until(() -> ring.signer(ES256), any -> true);
        kids.add(signer.kid());
        Instant now = clock.instant();
        return signer.sign(
                JwtType.ACCESS_TOKEN,
                ClaimsSet.builder()
                        .claim("iss", "https://issuer")
                        .claim("iat", now)
                        .claim("exp", now.plus(TOKEN_LIFE))
                        .build());
    }

    private void verify(JwtVerifier verifier, String token) {
        try {
            verifier.verify(token);
        } catch (JwtRejectedException e) {
            // On a busy machine the token may expire before it is verified, which is not an error of the keys.
            if (e.reason() != JwtRejectedException.Reason.EXPIRED) {
                failures.add(clock.instant() + " " + e.reason() + " " + e.getMessage());
            }
        }
    }

    private static StrictCache.Fetched fetch() {
        Response response = given().get("/.well-known/jwks.json");
        Matcher maxAge = MAX_AGE.matcher(response.header("Cache-Control"));
        assertThat(maxAge.find()).isTrue();
        return new StrictCache.Fetched(response.asString(), Duration.ofSeconds(Long.parseLong(maxAge.group(1))));
    }

    /** A rotation every few seconds; every time is the shortest that the invariant allows. */
    public static final class Seconds implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "signet.tokens.algorithm", "ES256",
                    "signet.tokens.access-token-ttl", "PT2S",
                    "signet.keys.algorithms", "ES256",
                    "signet.keys.rotation-period", "PT5S",
                    "signet.keys.announce-lead", "PT4S",
                    "signet.keys.jwks-max-age", "PT1S",
                    "signet.keys.clock-skew", "PT1S",
                    "signet.keys.reload-interval", "PT2S",
                    "signet.keys.longest-token-life", "PT2S",
                    "signet.keys.retire-time", "PT5S");
        }
    }
}
