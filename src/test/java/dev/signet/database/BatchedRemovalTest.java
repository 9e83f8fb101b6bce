package dev.signet.database;

import dev.signet.support.installation.OnBothStacks;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@OnBothStacks
class BatchedRemovalTest {

    @Inject
    BatchedRemoval removal;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Test
    void everyBatchRunsInItsOwnTransaction() {
        Iterator<Integer> batches = Arrays.asList(BatchedRemoval.ROWS, BatchedRemoval.ROWS - 3, 7, 0, 5)
                .iterator();
        Set<Object> transactions = new LinkedHashSet<>();

        long removed = removal.run(() -> {
            transactions.add(transaction.getTransactionKey());
            return batches.next();
        });

        assertThat(removed).isEqualTo(2L * BatchedRemoval.ROWS + 4);
        assertThat(transactions).hasSize(4).doesNotContainNull();
    }
}
