package dev.signet.database.expiry;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.DatabaseClock;
import dev.signet.support.SettableClock;
import dev.signet.support.installation.OnBothStacks;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Turns, transactions and failures of the removal of expired rows. */
@QuarkusTest
@OnBothStacks
class ExpirySweeperTest {

    private static final Duration SLOW_BATCH = Duration.ofMillis(700);

    @Inject
    BatchedRemoval removal;

    @Inject
    DatabaseClock databaseClock;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    @All
    List<ExpiringTable> tables;

    private final SettableClock clock = SettableClock.atNow();
    private final List<String> visits = new ArrayList<>();
    private final Set<Instant> times = new LinkedHashSet<>();
    private final Set<Object> transactions = new LinkedHashSet<>();

    @Test
    void backlogOfOneTableDoesNotDelayTheOthers() {
        sweeper(new Backlog("large", 3), new Backlog("small", 1)).sweep();

        assertThat(visits).containsExactly("large", "small", "large", "small", "large", "large");
        assertThat(times).hasSize(1);
        assertThat(transactions).hasSize(6).doesNotContainNull();
    }

    @Test
    void failingTableDoesNotStopTheOthers() {
        sweeper(new Backlog("before", 1), new Failing(), new Backlog("after", 2))
                .sweep();

        assertThat(visits).containsExactly("before", "failing", "after", "before", "after", "after");
    }

    @Test
    void longBacklogIsSweptWithALaterTime() {
        clock.advance(Duration.ofHours(1));

        sweeper(new Backlog("endless", ExpirySweeper.ROUNDS + 1), new Backlog("small", 1))
                .sweep();

        assertThat(visits).hasSize(ExpirySweeper.ROUNDS + 2 + 3).endsWith("endless", "small", "endless");
        assertThat(times).hasSize(2);
    }

    @Test
    void slowTableDoesNotDelayRowsThatExpireMeanwhile() {
        // Two batches with their pauses take longer than a visit.
        sweeper(new Slow(3), new Backlog("small", 0)).sweep();

        assertThat(visits.stream().filter("small"::equals).count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void numberOfBatchesInOneRunIsLimited() {
        ExpiringTable limited = new Backlog("limited", 10) {
            @Override
            public int maxBatches() {
                return 3;
            }
        };
        ExpirySweeper sweeper = sweeper(limited, new Backlog("large", ExpirySweeper.ROUNDS + 1));

        sweeper.sweep();
        assertThat(visits.stream().filter("limited"::equals).count()).isEqualTo(3);

        sweeper.sweep();
        assertThat(visits.stream().filter("limited"::equals).count()).isEqualTo(6);
    }

    @Test
    void sweepUsesTheEarlierOfNodeAndDatabaseClock() {
        clock.advance(Duration.ofHours(1));
        Instant there = QuarkusTransaction.requiringNew().call(databaseClock::now);
        sweeper(new Backlog("node ahead", 0)).sweep();
        assertThat(times)
                .singleElement()
                .satisfies(time -> assertThat(time).isBetween(there, there.plus(Duration.ofMinutes(30))));

        times.clear();
        clock.advance(Duration.ofHours(-2));
        sweeper(new Backlog("database ahead", 0)).sweep();

        assertThat(times).containsExactly(clock.instant());
    }

    @Test
    void shutdownEndsTheRun() {
        ExpirySweeper[] sweeper = new ExpirySweeper[1];
        sweeper[0] = sweeper(
                new Backlog("first", 1),
                new Backlog("stopping", 1) {
                    @Override
                    public int removeExpired(Instant now, int limit) {
                        sweeper[0].onStop(new ShutdownEvent());
                        return super.removeExpired(now, limit);
                    }
                },
                new Backlog("last", 1));

        sweeper[0].sweep();

        assertThat(visits).containsExactly("first", "stopping");
    }

    @Test
    void everyTableOfTheApplicationCanBeSwept() {
        assertThat(tables).hasSizeGreaterThan(20);
        for (ExpiringTable table : tables) {
            assertThat(QuarkusTransaction.requiringNew()
                            .call(() -> table.removeExpired(Instant.now(), BatchedRemoval.ROWS)))
                    .as(table.tableName())
                    .isNotNegative();
        }
    }

    private ExpirySweeper sweeper(ExpiringTable... swept) {
        return new ExpirySweeper(List.of(swept), removal, databaseClock, clock);
    }

    private class Backlog implements ExpiringTable {

        private final String name;
        private int batches;

        Backlog(String name, int batches) {
            this.name = name;
            this.batches = batches;
        }

        @Override
        public String tableName() {
            return name;
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            visits.add(name);
            times.add(now);
            transactions.add(transaction.getTransactionKey());
            assertThat(limit).isEqualTo(BatchedRemoval.ROWS);
            return batches-- > 0 ? limit : 0;
        }
    }

    private final class Slow extends Backlog {

        Slow(int batches) {
            super("slow", batches);
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            LockSupport.parkNanos(SLOW_BATCH.toNanos());
            return super.removeExpired(now, limit);
        }
    }

    private final class Failing implements ExpiringTable {

        @Override
        public String tableName() {
            return "failing";
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            visits.add("failing");
            throw new IllegalStateException("this table fails in a test");
        }
    }
}
