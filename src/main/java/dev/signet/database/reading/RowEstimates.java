package dev.signet.database.reading;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The number of rows of each table as the database estimates it, without reading the tables. */
@Singleton
public final class RowEstimates {

    private static final String H2 = "select table_name, row_count_estimate from information_schema.tables"
            + " where table_schema = current_schema and table_type = 'BASE TABLE'";
    // The planner's estimate is from the last vacuum or analyze, and -1 before it. The statistics count each change
    // since then, but are lost in a crash.
    private static final String POSTGRESQL = "select t.relname, cast(greatest(c.reltuples, t.n_live_tup) as bigint)"
            + " from pg_stat_user_tables t join pg_class c on c.oid = t.relid where t.schemaname = current_schema";

    private final EntityManager entities;
    private final String query;

    RowEstimates(EntityManager entities, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.entities = entities;
        this.query = url.startsWith("jdbc:h2:") ? H2 : POSTGRESQL;
    }

    /** Returns the estimates by the name of the table. */
    @SuppressWarnings("unchecked")
    public Map<String, Long> byTable() {
        List<Object[]> rows = entities.createNativeQuery(query, Object[].class).getResultList();
        return rows.stream()
                .collect(Collectors.toUnmodifiableMap(row -> row[0].toString(), row -> ((Number) row[1]).longValue()));
    }
}
