package dev.signet.keys.lifecycle;

import dev.signet.keys.DisabledJobs;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.history.KeyHistory;
import dev.signet.keys.history.RecomputedHistory;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static dev.signet.jose.jwk.JwsAlgorithm.ED25519;
import static dev.signet.jose.jwk.JwsAlgorithm.ES256;
import static org.assertj.core.api.Assertions.assertThat;

/** The history chain when several nodes write it and when the database is older than it. */
@QuarkusTest
@TestProfile(DisabledJobs.class)
@OnBothStacks
class KeyHistoryChainTest {

    @Inject
    Cluster cluster;

    @Inject
    KeyHistory history;

    @Inject
    EntityManager entityManager;

    private final TestTime time = new TestTime();

    @BeforeEach
    void emptyTables() {
        cluster.deleteAllKeys();
        deleteHistory();
    }

    @RepeatedTest(5)
    void concurrentKeyChangesAreAllRecorded() throws Exception {
        KeySchedule schedule = new KeySchedule(
                List.of(ES256, ED25519),
                Cluster.SCHEDULE.rotationPeriod(),
                Cluster.SCHEDULE.announceLead(),
                Cluster.SCHEDULE.jwksMaxAge(),
                Cluster.SCHEDULE.clockSkew(),
                Cluster.SCHEDULE.reloadInterval(),
                Cluster.SCHEDULE.retireTime(),
                Cluster.SCHEDULE.longestTokenLife());
        List<Cluster.Node> nodes = List.of(
                cluster.node(schedule, time.new OwnClock(), time.uptime()).start(),
                cluster.node(schedule, time.new OwnClock(), time.uptime()).start());
        CyclicBarrier start = new CyclicBarrier(nodes.size());
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (Cluster.Node node : nodes) {
            calls.add(() -> {
                start.await();
                return node.rotation()
                        .rotate(node == nodes.get(0) ? ES256 : ED25519, true, null)
                        .changed();
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (Future<Boolean> changed : threads.invokeAll(calls)) {
                assertThat(changed.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        // Two first keys, and for each its deactivation and a successor.
        assertThat(chain()).hasSize(6);
        assertChainIsValid();
    }

    @Test
    void keysOlderThanTheHistoryAreRecordedAsFound() throws Exception {
        Cluster.Node node = cluster.node(time).start();
        String retired = node.active(ES256).kid();
        node.rotation().rotate(ES256, true, null);
        deleteHistory();
        Instant before = Instant.now().minus(1, ChronoUnit.SECONDS);

        history.recordMissing(cluster.repository()::findStates);
        history.recordMissing(cluster.repository()::findStates);

        assertThat(chain()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry).containsEntry("found", true);
            assertThat(Instant.parse((String) entry.get("at"))).isAfter(before);
        });
        assertThat(chain())
                .filteredOn(entry -> entry.get("kid").equals(retired))
                .extracting(entry -> entry.get("state"))
                .containsExactly("DEACTIVATED");
        node.rotation().compromise(retired, null);
        assertThat(chain())
                .hasSize(3)
                .last()
                .satisfies(entry -> assertThat(entry).containsEntry("found", false));
        assertChainIsValid();
    }

    @Test
    void rolledBackChangeLeavesNoHistoryEntry() {
        Cluster.Node node = cluster.node(time).start();
        KeyRecord active = node.active(ES256);
        node.rotation().rotate(ES256, true, null);
        int length = chain().size();

        boolean changed =
                node.transitions().replace(active, cluster.keyFactory().generate(ES256), null);

        assertThat(changed).isFalse();
        assertThat(chain()).hasSize(length);
    }

    private void deleteHistory() {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createQuery("delete from HistoryEntry").executeUpdate());
    }

    private List<Map<String, Object>> chain() {
        return RecomputedHistory.stored(history);
    }

    private void assertChainIsValid() throws Exception {
        assertThat(RecomputedHistory.firstInvalidEntry(chain())).isZero();
    }
}
