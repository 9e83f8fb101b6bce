package dev.signet.database.expiry;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.DatabaseClock;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes the expired rows of all tables in batches, each in its own transaction. The tables take turns, so that a
 * backlog in one of them does not delay the others. If the removal from one table fails, the failure is logged, the
 * others continue, and the next run tries again.
 */
@ApplicationScoped
class ExpirySweeper {

    /** Maximum number of batches of one table per visit. The next visit to all tables has a later time. */
    static final int ROUNDS = 100;

    /** Maximum duration of a visit to all tables, because some batches take long. */
    static final Duration VISIT = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(ExpirySweeper.class);

    private final List<ExpiringTable> tables;
    private final BatchedRemoval removal;
    private final DatabaseClock databaseClock;
    private final Clock clock;
    private volatile boolean stopping;

    ExpirySweeper(@All List<ExpiringTable> tables, BatchedRemoval removal, DatabaseClock databaseClock, Clock clock) {
        this.tables = tables;
        this.removal = removal;
        this.databaseClock = databaseClock;
        this.clock = clock;
    }

    /** Removes rows until no table has an expired one, or the application stops. */
    void sweep() {
        Map<ExpiringTable, Integer> batches = new HashMap<>();
        boolean finished = false;
        while (!finished && !stopping) {
            finished = visitAll(now(), batches);
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private boolean visitAll(Instant now, Map<ExpiringTable, Integer> batches) {
        List<ExpiringTable> unfinished = new ArrayList<>(tables);
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS && !unfinished.isEmpty(); round++) {
            unfinished.removeIf(table ->
                    stopping || batches.merge(table, 1, Integer::sum) > table.maxBatches() || !removeBatch(table, now));
            if (System.nanoTime() - start > VISIT.toNanos()) {
                break;
            }
        }
        return unfinished.isEmpty();
    }

    private boolean removeBatch(ExpiringTable table, Instant now) {
        try {
            return removal.runOnce(() -> table.removeExpired(now, BatchedRemoval.ROWS)) > 0;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Cannot remove expired rows of the table %s", table.tableName());
            return false;
        }
    }

    // Some tables store times of the database's clock, others those of a node: a row must have expired by both.
    private Instant now() {
        Instant here = clock.instant();
        Instant there = QuarkusTransaction.requiringNew().call(databaseClock::now);
        return here.isBefore(there) ? here : there;
    }
}
