package dev.signet.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.sql.DataSource;
import java.util.List;

/** Creates the round trips for the configured database. */
@Singleton
public final class RoundTrips {

    private final DataSource dataSource;
    private final boolean pipelined;

    @Inject
    RoundTrips(DataSource dataSource, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this(dataSource, !url.startsWith("jdbc:h2:"));
    }

    RoundTrips(DataSource dataSource, boolean pipelined) {
        this.dataSource = dataSource;
        this.pipelined = pipelined;
    }

    /**
     * Prepares statements that run together. Keep the result instead of creating it for each use. The last statement is
     * a query; the statements contain no semicolon.
     */
    public <R> RoundTrip<R> of(List<SqlStatement<R>> statements) {
        return pipelined
                ? new PipelinedRoundTrip<>(dataSource, statements)
                : new StepwiseRoundTrip<>(dataSource, statements);
    }
}
