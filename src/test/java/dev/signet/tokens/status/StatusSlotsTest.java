package dev.signet.tokens.status;

import dev.signet.keys.KeyEncryptionKey;
import dev.signet.support.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Several nodes, some of which die, on one database. */
@QuarkusTest
@OnBothStacks
class StatusSlotsTest {

    private static final int NODES = 4;
    private static final int EACH = 3 * BlockReservation.PLACES / 2;

    @Inject
    BlockReservation blocks;

    @Inject
    KeyEncryptionKey installation;

    @Test
    void noTwoNodesEverGiveOutTheSameSlot() throws Exception {
        Set<Long> given = ConcurrentHashMap.newKeySet();
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(() -> {
                FreeSlots node = new FreeSlots(blocks, installation);
                for (int taken = 0; taken < EACH; taken++) {
                    given.add(node.take().slot().number());
                }
                return EACH;
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            int taken = 0;
            for (Future<Integer> node : threads.invokeAll(nodes)) {
                taken += node.get();
            }
            assertThat(given).hasSize(taken);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nodeThatComesBackBeginsABlockOfItsOwn() {
        FreeSlots before = new FreeSlots(blocks, installation);
        long last = before.take().slot().number();
        Set<Long> lost = ConcurrentHashMap.newKeySet();
        lost.add(last);

        FreeSlots after = new FreeSlots(blocks, installation);

        for (int i = 0; i < BlockReservation.PLACES; i++) {
            assertThat(lost.add(after.take().slot().number())).isTrue();
        }
    }

    @Test
    void offerThatWasNotTakenUpIsMadeAgain() {
        FreeSlots node = new FreeSlots(blocks, installation);
        FreeSlots.Lease lease = node.take();

        node.giveBack(lease);

        Set<Long> given = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < BlockReservation.PLACES; i++) {
            given.add(node.take().slot().number());
        }
        assertThat(given).hasSize(BlockReservation.PLACES).contains(lease.slot().number());
    }
}
