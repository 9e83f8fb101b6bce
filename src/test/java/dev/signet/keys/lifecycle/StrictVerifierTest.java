package dev.signet.keys.lifecycle;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SignatureEngine;
import dev.signet.keys.DisabledJobs;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.JwksDocument;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verification at the limits of the schedule: the clocks of two nodes differ by the clock skew, and verifiers follow
 * the cache headers exactly. Every signed token must verify until it expires.
 */
@QuarkusTest
@TestProfile(DisabledJobs.class)
class StrictVerifierTest {

    private static final int ROTATIONS = 1_000;
    private static final Duration STEP = Duration.ofSeconds(50);
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(10);
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(300);
    private static final KeySchedule TIGHT = new KeySchedule(
            List.of(ES256),
            Duration.ofSeconds(740),
            Duration.ofSeconds(730),
            Duration.ofSeconds(600),
            Duration.ofSeconds(30),
            Duration.ofSeconds(100),
            Duration.ofSeconds(430),
            TOKEN_LIFE);

    @Inject
    Cluster cluster;

    @Inject
    SignatureEngine engine;

    private final TestTime time = new TestTime();
    private final Random random = new Random(20261122);
    private final List<Cluster.Node> nodes = new ArrayList<>();
    private final List<StrictCache> caches = new ArrayList<>();
    private final List<JwtVerifier> verifiers = new ArrayList<>();
    private final Deque<Token> alive = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();
    private int verified;

    @BeforeEach
    void twoNodesAndFourVerifiers() {
        cluster.deleteAllKeys();
        for (Duration error : List.of(CLOCK_ERROR, CLOCK_ERROR.negated())) {
            nodes.add(cluster.node(TIGHT, time.new OwnClock().setOff(error), time.uptime())
                    .start());
        }
        nodes.forEach(node -> node.ring().reload());
        JwtPolicy policy = JwtPolicy.builder()
                .issuer("https://issuer")
                .types(JwtType.ACCESS_TOKEN)
                .build();
        for (int i = 0; i < 4; i++) {
            StrictCache cache = new StrictCache(engine, time::now, this::fetch);
            caches.add(cache);
            verifiers.add(new JwtVerifier(cache, policy, time.new OwnClock()));
        }
    }

    @Test
    void strictVerifiersAcceptAllTokensOver1000Rotations() {
        Set<String> signedWith = new HashSet<>();
        for (int step = 0; signedWith.size() <= ROTATIONS; step++) {
            // Each node reloads once per reload interval, at different times.
            nodes.get(step % 2).tick();
            signedWith.add(sign(nodes.get(random.nextInt(2))));
            verifyYoungestAndOldest();
            time.pass(STEP);
            assertThat(step).isLessThan(ROTATIONS * 40);
        }

        assertThat(failures).isEmpty();
        assertThat(verified).isGreaterThan(ROTATIONS * 10);
        assertThat(caches).allSatisfy(cache -> assertThat(cache.fetches()).isGreaterThan(ROTATIONS / 2));
    }

    @Test
    void strictVerifiersRejectTokensOfAnUnannouncedKey() {
        for (int step = 0; step < 4; step++) {
            nodes.get(step % 2).tick();
            sign(nodes.get(0));
            verifyYoungestAndOldest();
            time.pass(STEP);
        }
        nodes.get(0).rotation().rotate(ES256, true, null);
        sign(nodes.get(0));
        verifyYoungestAndOldest();

        assertThat(failures).isNotEmpty();
    }

    private StrictCache.Fetched fetch() {
        JwksDocument document = nodes.get(random.nextInt(2)).ring().jwks();
        return new StrictCache.Fetched(new String(document.body(), StandardCharsets.UTF_8), document.maxAge());
    }

    private String sign(Cluster.Node node) {
        Instant now = time.now();
        var signer = node.ring().signer(ES256);
        ClaimsSet claims = ClaimsSet.builder()
                .claim("iss", "https://issuer")
                .claim("iat", now)
                .claim("exp", now.plus(TOKEN_LIFE))
                .build();
        alive.addLast(new Token(signer.kid(), signer.sign(JwtType.ACCESS_TOKEN, claims), now.plus(TOKEN_LIFE)));
        return signer.kid();
    }

    private void verifyYoungestAndOldest() {
        while (!alive.isEmpty() && !time.now().isBefore(alive.getFirst().expiresAt())) {
            alive.removeFirst();
        }
        // Every cache is checked for the key; only one verifies the signature, which is slow.
        for (StrictCache cache : caches) {
            for (Token token : List.of(alive.getFirst(), alive.getLast())) {
                if (cache.find(token.kid()) == null) {
                    failures.add(time.now() + " no key " + token.kid());
                }
            }
        }
        verify(
                verifiers.get(random.nextInt(verifiers.size())),
                random.nextBoolean() ? alive.getFirst() : alive.getLast());
    }

    private void verify(JwtVerifier verifier, Token token) {
        try {
            verifier.verify(token.compact());
            verified++;
        } catch (JwtRejectedException e) {
            failures.add(time.now() + " " + e.reason() + " " + e.getMessage());
        }
    }

    private record Token(String kid, String compact, Instant expiresAt) {}
}
