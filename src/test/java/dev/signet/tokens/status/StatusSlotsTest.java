package dev.signet.tokens.status;

import dev.signet.keys.encryption.KeyEncryptionKey;
import dev.signet.support.installation.OnBothStacks;
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

/** Slots of several nodes, some of which fail, on one database. */
@QuarkusTest
@OnBothStacks
class StatusSlotsTest {

    private static final int NODES = 4;
    private static final int EACH = 3 * BlockReservation.SLOTS / 2;

    @Inject
    BlockReservation blocks;

    @Inject
    KeyEncryptionKey installation;

    @Test
    void nodesNeverIssueTheSameSlot() throws Exception {
        Set<Long> slots = ConcurrentHashMap.newKeySet();
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(() -> {
                FreeSlots node = new FreeSlots(blocks, installation);
                for (int count = 0; count < EACH; count++) {
                    slots.add(node.lease().slot().number());
                }
                return EACH;
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            int count = 0;
            for (Future<Integer> node : threads.invokeAll(nodes)) {
                count += node.get();
            }
            assertThat(slots).hasSize(count);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void restartedNodeStartsNewBlock() {
        FreeSlots before = new FreeSlots(blocks, installation);
        long last = before.lease().slot().number();
        Set<Long> lost = ConcurrentHashMap.newKeySet();
        lost.add(last);

        FreeSlots after = new FreeSlots(blocks, installation);

        for (int i = 0; i < BlockReservation.SLOTS; i++) {
            assertThat(lost.add(after.lease().slot().number())).isTrue();
        }
    }

    @Test
    void releasedSlotIsIssuedAgain() {
        FreeSlots node = new FreeSlots(blocks, installation);
        FreeSlots.Lease lease = node.lease();

        node.release(lease);

        Set<Long> slots = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < BlockReservation.SLOTS; i++) {
            slots.add(node.lease().slot().number());
        }
        assertThat(slots).hasSize(BlockReservation.SLOTS).contains(lease.slot().number());
    }
}
