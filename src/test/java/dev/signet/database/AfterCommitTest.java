package dev.signet.database;

import dev.signet.support.installation.OnBothStacks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@QuarkusTest
@OnBothStacks
class AfterCommitTest {

    @Inject
    AfterCommit afterCommit;

    private final List<String> actions = new ArrayList<>();

    @Test
    void actionRunsOnlyAfterCommit() {
        QuarkusTransaction.requiringNew().run(() -> {
            afterCommit.run(() -> actions.add("run"));
            assertThat(actions).isEmpty();
        });

        assertThat(actions).containsExactly("run");
    }

    @Test
    void rolledBackTransactionRunsNoAction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    afterCommit.run(() -> actions.add("run"));
                    throw new IllegalStateException("rolls the transaction back");
                }));

        assertThat(actions).isEmpty();
    }
}
