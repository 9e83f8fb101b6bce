package dev.signet.database.expiry;

import dev.signet.database.reading.DatabaseReading;
import dev.signet.database.reading.RowEstimates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;

/** Gauges of the estimated number of rows of each table from which rows expire. */
@Singleton
@Startup
final class ExpiringTableGauges implements DatabaseReading {

    private final RowEstimates estimates;
    private volatile Map<String, Long> rows = Map.of();

    ExpiringTableGauges(@All List<ExpiringTable> tables, RowEstimates estimates, MeterRegistry meters) {
        this.estimates = estimates;
        tables.stream()
                .map(ExpiringTable::tableName)
                .distinct()
                .forEach(table -> Gauge.builder("signet_table_rows", () -> rows(table))
                        .description("Rows of a table from which rows expire, as the database estimates them")
                        .tag("table", table)
                        .register(meters));
    }

    private Number rows(String table) {
        Long known = rows.get(table);
        return known == null ? Double.NaN : known;
    }

    @Override
    public void read() {
        rows = estimates.byTable();
    }

    @Override
    public void forget() {
        rows = Map.of();
    }
}
