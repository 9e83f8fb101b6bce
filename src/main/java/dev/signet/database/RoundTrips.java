package dev.signet.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import javax.sql.DataSource;
import java.util.List;

/** Makes round trips as the database at hand can do them. */
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
     * Prepares statements to be run together; to be kept, not made for each use. The last one is a query, every parameter a
     * question mark, and no question mark or semicolon means anything else.
     */
    public RoundTrip of(String... statements) {
        return pipelined
                ? new PipelinedRoundTrip(dataSource, List.of(statements))
                : new StepwiseRoundTrip(dataSource, List.of(statements));
    }
}
