package dev.signet.keys.lifecycle;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.DisabledJobs;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.KeyState;
import dev.signet.keys.ring.KeyRings;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class KeyLifeCycleTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final KeySchedule SCHEDULE = Cluster.SCHEDULE;

    @Inject
    Cluster cluster;

    private final TestTime time = new TestTime();

    @BeforeEach
    void emptyTable() {
        cluster.deleteAllKeys();
    }

    @Test
    void firstKeyIsPublishedAndSignsAtOnce() {
        Cluster.Node node = cluster.node(time).start();

        String kid = node.ring().signer(ES256).kid();

        assertThat(node.published()).containsExactly(kid);
        assertThat(new String(node.ring().jwks().body())).contains(kid).doesNotContain("\"d\"");
    }

    @Test
    void signersWaitForTheFirstKeysDuringStart() throws Exception {
        Cluster.Node node = cluster.node(time);
        List<Runnable> backgroundTasks = new ArrayList<>();
        node.lifeCycle().start(backgroundTasks::add);

        CompletableFuture<String> signer =
                CompletableFuture.supplyAsync(() -> node.ring().signer(ES256).kid());
        assertThat(node.ring().firstKeys()).isNotDone();
        assertThat(node.ring().canSign(ES256)).isFalse();
        backgroundTasks.forEach(Runnable::run);

        assertThat(signer.get(1, TimeUnit.MINUTES)).isEqualTo(node.active(ES256).kid());
        assertThat(node.ring().firstKeys()).isCompleted();
    }

    @Test
    void restartKeepsTheExistingKey() {
        String kid = cluster.node(time).start().ring().signer(ES256).kid();
        Cluster.Node again = cluster.node(time);

        again.lifeCycle().start(making -> fail("unexpected key generation"));

        assertThat(again.ring().signer(ES256).kid()).isEqualTo(kid);
    }

    @Test
    void successorIsPublishedForTheAnnounceLeadBeforeItSigns() {
        Cluster.Node node = cluster.node(time).start();
        KeyRecord first = node.active(ES256);
        node.runFor(SCHEDULE.rotationPeriod().minus(SCHEDULE.announceLead()).minusMinutes(1), time);
        assertThat(node.announced(ES256)).isNull();

        node.runFor(Duration.ofMinutes(2), time);
        KeyRecord successor = node.announced(ES256);
        assertThat(node.published()).containsExactly(first.kid(), successor.kid());
        assertThat(node.ring().find(successor.kid())).isNotNull();
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(first.kid());

        node.runFor(SCHEDULE.announceLead().minusMinutes(2), time);
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(first.kid());

        node.runFor(Duration.ofMinutes(2), time);
        assertThat(node.ring().signer(ES256).kid()).isEqualTo(successor.kid());
        assertThat(node.ring().find(first.kid())).isNotNull();
    }

    @Test
    void retiredKeyIsErasedAfterTheRetireTime() {
        Cluster.Node node = cluster.node(time).start();
        String first = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, null);

        node.runFor(SCHEDULE.retireTime().minusMinutes(1), time);
        assertThat(node.ring().find(first)).isNotNull();

        node.runFor(Duration.ofMinutes(2), time);
        assertThat(node.ring().find(first)).isNull();
        assertThat(node.published()).doesNotContain(first);
        assertThat(node.rotation().find(first).state()).isEqualTo(KeyState.DESTROYED);
        assertThat(cluster.repository().sealedPrivateKey(first)).isNull();
    }

    @Test
    void keyChangeByAnotherNodeIsLoadedWithinTheReloadInterval() {
        Cluster.Node here = cluster.node(time).start();
        Cluster.Node there = cluster.node(time).start();

        there.rotation().rotate(ES256, true, null);
        time.pass(SCHEDULE.reloadInterval());
        KeyRings.reloadIfDue(here.ring());

        assertThat(here.ring().signer(ES256).kid())
                .isEqualTo(there.ring().signer(ES256).kid());
        assertThat(here.ring().jwks().etag()).isEqualTo(there.ring().jwks().etag());
    }

    @Test
    void disconnectedNodeStopsSigningBeforeTokensCanOutliveTheKey() {
        Cluster.Node node = cluster.node(time).start();
        Duration allowed =
                SCHEDULE.retireTime().minus(SCHEDULE.longestTokenLife()).minus(SCHEDULE.clockSkew());

        time.pass(allowed);
        assertThat(node.ring().signer(ES256)).isNotNull();
        assertThat(node.ring().isReady()).isTrue();

        time.pass(SECOND.multipliedBy(2));
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> node.ring().signer(ES256))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE));
        assertThat(node.ring().isReady()).isFalse();

        node.ring().reload();
        assertThat(node.ring().signer(ES256)).isNotNull();
    }

    @Test
    void disconnectedNodeShortensTheCacheTimeOfTheKeySet() {
        Cluster.Node node = cluster.node(time).start();
        assertThat(node.ring().jwks().cacheControl()).isEqualTo("public, max-age=600, stale-if-error=2965");

        time.pass(SCHEDULE.announceLead().minusMinutes(5));
        assertThat(node.ring().jwks().cacheControl()).isEqualTo("public, max-age=270, stale-if-error=0");

        time.pass(Duration.ofDays(1));
        assertThat(node.ring().jwks().cacheControl()).isEqualTo("public, max-age=0, stale-if-error=0");
        assertThat(new String(node.ring().jwks().body()))
                .contains(node.published().get(0));
    }

    @Test
    void keyOfAnUnconfiguredAlgorithmIsRetiredWithoutSuccessor() {
        String old = cluster.node(time).start().ring().signer(ES256).kid();
        time.pass(SECOND);
        Cluster.Node node = cluster.node(with(JwsAlgorithm.ED25519), time.new OwnClock(), time.uptime())
                .start();

        node.runFor(SCHEDULE.announceLead().plusMinutes(1), time);
        assertThat(node.rotation().find(old).state()).isEqualTo(KeyState.DEACTIVATED);
        assertThat(node.ring().find(old)).isNotNull();
        assertThat(node.announced(ES256)).isNull();

        node.runFor(SCHEDULE.retireTime().plusMinutes(1), time);
        assertThat(node.published())
                .containsExactly(node.ring().signer(JwsAlgorithm.ED25519).kid());
    }

    @Test
    void nodesWithOldConfigurationKeepTheirKeysDuringRollout() {
        Cluster.Node other = cluster.node(with(JwsAlgorithm.ED25519), time.new OwnClock(), time.uptime())
                .start();
        time.pass(SECOND);
        Cluster.Node node = cluster.node(time).start();
        String kid = node.ring().signer(ES256).kid();

        for (int i = 0; i < 20; i++) {
            other.runFor(Duration.ofMinutes(10), time);
            node.tick();
        }

        assertThat(node.ring().signer(ES256).kid()).isEqualTo(kid);
    }

    @Test
    void toStringContainsNoPrivateKey() {
        Cluster.Node node = cluster.node(time).start();

        assertThat(List.of(
                        node.toString(),
                        KeyRings.describe(node.ring()),
                        cluster.keyFactory().generate(ES256).toString()))
                .allSatisfy(text -> assertThat(text).doesNotContain("private", "sealed", "[B@"));
    }

    private static KeySchedule with(JwsAlgorithm algorithm) {
        return new KeySchedule(
                List.of(algorithm),
                SCHEDULE.rotationPeriod(),
                SCHEDULE.announceLead(),
                SCHEDULE.jwksMaxAge(),
                SCHEDULE.clockSkew(),
                SCHEDULE.reloadInterval(),
                SCHEDULE.retireTime(),
                SCHEDULE.longestTokenLife());
    }
}
