package dev.signet.keys.lifecycle;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.DisabledJobs;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.jose.jwk.JwsAlgorithm.ED25519;
import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

/** Four nodes that make the same change at the same time. */
@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class KeyRacesTest {

    private static final int NODES = 4;
    private static final KeySchedule SCHEDULE = new KeySchedule(
            List.of(ES256, ED25519),
            Cluster.SCHEDULE.rotationPeriod(),
            Cluster.SCHEDULE.announceLead(),
            Cluster.SCHEDULE.jwksMaxAge(),
            Cluster.SCHEDULE.clockSkew(),
            Cluster.SCHEDULE.reloadInterval(),
            Cluster.SCHEDULE.retireTime(),
            Cluster.SCHEDULE.longestTokenLife());

    @Inject
    Cluster cluster;

    private final TestTime time = new TestTime();
    private final ExecutorService threads = Executors.newFixedThreadPool(NODES);
    private final List<Cluster.Node> nodes = new ArrayList<>();

    @BeforeEach
    void nodesOnAnEmptyTable() {
        cluster.deleteAllKeys();
        Clock clock = time.new OwnClock();
        for (int i = 0; i < NODES; i++) {
            nodes.add(cluster.node(SCHEDULE, clock, time.uptime()));
        }
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @RepeatedTest(10)
    void concurrentStartsCreateOneKeyPerAlgorithm() throws Exception {
        concurrently(node -> node.start());

        assertNodesAgree();
        assertThat(nodes.get(0).published()).hasSize(2);
    }

    @RepeatedTest(10)
    void concurrentRotationsCreateOneKeyPerReportedChange() throws Exception {
        nodes.forEach(Cluster.Node::start);

        List<KeyRotationResult> rotations = concurrently(node -> node.rotation().rotate(ES256, true, null));

        assertNodesAgree();
        // A call that starts after another one has ended is a rotation of its own; a concurrent call is not.
        assertThat(rotations).anyMatch(KeyRotationResult::changed);
        assertThat(nodes.get(0).published())
                .hasSize(2
                        + (int) rotations.stream()
                                .filter(KeyRotationResult::changed)
                                .count());
    }

    @RepeatedTest(10)
    void onlyOneConcurrentTransitionOfAKeySucceeds() throws Exception {
        nodes.forEach(Cluster.Node::start);
        KeyRecord active = nodes.get(0).active(ES256);

        List<Boolean> changed = concurrently(
                node -> node.transitions().replace(active, cluster.keyFactory().generate(ES256), null));

        assertNodesAgree();
        assertThat(changed).containsOnlyOnce(true);
        assertThat(nodes.get(0).published()).hasSize(3);
    }

    @RepeatedTest(10)
    void concurrentAnnouncementsCreateOneSuccessor() throws Exception {
        nodes.forEach(Cluster.Node::start);

        concurrently(node -> node.rotation().rotate(null, false, null));

        assertNodesAgree();
        assertThat(nodes.get(0).published()).hasSize(4);
    }

    @RepeatedTest(10)
    void concurrentLifeCyclesEndWithOneKeyPerAlgorithm() throws Exception {
        nodes.forEach(Cluster.Node::start);
        List<String> first = nodes.get(0).published();

        for (Duration step : List.of(
                SCHEDULE.rotationPeriod().minus(SCHEDULE.announceLead()),
                SCHEDULE.announceLead(),
                SCHEDULE.retireTime())) {
            time.pass(step);
            concurrently(node -> {
                node.tick();
                return node;
            });
        }

        assertNodesAgree();
        assertThat(nodes.get(0).published()).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @RepeatedTest(10)
    void concurrentCompromisesCreateOneSuccessor() throws Exception {
        nodes.forEach(Cluster.Node::start);
        String bad = nodes.get(0).active(ES256).kid();

        concurrently(node -> node.rotation().compromise(bad, null));

        assertNodesAgree();
        assertThat(nodes.get(0).published()).hasSize(2).doesNotContain(bad);
    }

    private void assertNodesAgree() {
        nodes.forEach(node -> node.ring().reload());
        assertThat(nodes)
                .extracting(node -> node.ring().jwks().etag())
                .containsOnly(nodes.get(0).ring().jwks().etag());
        for (JwsAlgorithm algorithm : SCHEDULE.algorithms()) {
            assertThat(nodes)
                    .extracting(node -> node.ring().signer(algorithm).kid())
                    .containsOnly(nodes.get(0).active(algorithm).kid());
        }
    }

    private <T> List<T> concurrently(Action<T> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(NODES);
        List<Callable<T>> calls = new ArrayList<>();
        for (Cluster.Node node : nodes) {
            calls.add(() -> {
                start.await();
                return action.run(node);
            });
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(calls)) {
            results.add(result.get());
        }
        return results;
    }

    private interface Action<T> {
        T run(Cluster.Node node) throws Exception;
    }
}
