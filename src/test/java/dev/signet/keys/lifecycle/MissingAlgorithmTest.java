package dev.signet.keys.lifecycle;

import dev.signet.jose.SignatureEngine;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.DisabledJobs;
import dev.signet.keys.encryption.SealedKeys;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** A node on a Java version without ML-DSA in a cluster whose other nodes sign with it. */
@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class MissingAlgorithmTest {

    @Inject
    Cluster cluster;

    @Inject
    SignatureEngine engine;

    @Test
    void nodePublishesAKeyOfAnUnsupportedAlgorithm() throws Exception {
        if (engine.supports(JwsAlgorithm.ML_DSA_65)) {
            String notice = "NOTICE: this Java has ML-DSA; the behavior of a node without it is not tested";
            System.err.println(notice);
            Assumptions.abort(notice);
        }
        cluster.deleteAllKeys();
        Jwk foreign = Jwk.parse(published());
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew()
                .run(() -> cluster.repository()
                        .persist(StoredKey.active(
                                SealedKeys.undecryptable(foreign), now, now.plus(Duration.ofDays(1)))));

        Cluster.Node node = cluster.node(new TestTime()).start();

        assertThat(node.ring().find(foreign.kid())).isNull();
        assertThat(new String(node.ring().jwks().body(), StandardCharsets.UTF_8))
                .contains(foreign.kid(), "\"kty\":\"AKP\"");
        assertThat(node.ring().signer(JwsAlgorithm.ES256).kid())
                .isEqualTo(node.active(JwsAlgorithm.ES256).kid());
    }

    private static String published() throws IOException {
        try (InputStream resource = MissingAlgorithmTest.class.getResourceAsStream("/rfc9964/ml-dsa-65.jwk.json")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
