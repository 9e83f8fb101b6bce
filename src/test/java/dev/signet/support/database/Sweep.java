package dev.signet.support.database;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.expiry.ExpiringTable;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Removal of the expired rows of one table. Unlike the sweeper, it throws the exception of a failed removal. */
public final class Sweep {

    private Sweep() {}

    /** Removes all rows that have expired by now; returns their number. */
    public static long table(String name) {
        return table(name, Instant.now());
    }

    /** Removes all rows that have expired at a time; returns their number. */
    public static long table(String name, Instant time) {
        List<ExpiringTable> reasons = CDI.current().select(ExpiringTable.class, Any.Literal.INSTANCE).stream()
                .filter(expiring -> expiring.tableName().equals(name))
                .toList();
        assertThat(reasons).isNotEmpty();
        return reasons.stream()
                .mapToLong(reason -> new BatchedRemoval().run(() -> reason.removeExpired(time, BatchedRemoval.ROWS)))
                .sum();
    }
}
