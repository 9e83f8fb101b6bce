package dev.signet.delivery;

import dev.signet.database.reading.DatabaseReading;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The backlogs of one or several queues, read from their table and shown as gauges. */
public final class BacklogReading implements DatabaseReading {

    private final Map<BacklogGauges, Supplier<Backlog>> queries;

    /**
     * Registers the gauges.
     *
     * @param sources each value of the label {@code queue}, with the query of its backlog
     */
    public BacklogReading(MeterRegistry meters, Map<String, Supplier<Backlog>> sources) {
        this.queries = sources.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        source -> new BacklogGauges(meters, source.getKey()), Map.Entry::getValue));
    }

    @Override
    public void read() {
        queries.forEach((gauges, query) -> gauges.set(query.get()));
    }

    @Override
    public void forget() {
        queries.keySet().forEach(gauges -> gauges.set(null));
    }
}
