package dev.signet.database.expiry;

import dev.signet.support.installation.OnBothStacks;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the tables of the database with those whose expired rows are removed. */
@QuarkusTest
@OnBothStacks
class ExpiringTablesTest {

    private static final Pattern EXPIRY_COLUMN =
            Pattern.compile("(.*_)?(expires_at|remove_after|destroys_at|closes_at)|window_ends_at");

    /** Tables with such a column that are not swept, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "signing_key", "the life cycle of keys destroys the private key; the row stays as a record",
            "user_info_request", "no code writes the table any more");

    /** Tables whose rows expire by another column, each with that column. */
    private static final Map<String, String> OTHER_COLUMNS = Map.of(
            "client", "created_at",
            "event_delivery", "created_at",
            "known_address", "last_seen_at",
            "link_request", "created_at",
            "security_event", "at");

    /** Swept tables without an index of such a column, each with the reason. */
    private static final Map<String, String> WITHOUT_INDEX =
            Map.of("status_list", "the table has a few rows, one for each million of tokens");

    @Inject
    @All
    List<ExpiringTable> tables;

    @Inject
    DataSource database;

    @Test
    void everyTableWithExpiryIsSwept() throws SQLException {
        Set<String> expected = new TreeSet<>(expiryColumns().keySet());
        assertThat(expected).containsAll(EXCEPTIONS.keySet()).doesNotContainAnyElementsOf(OTHER_COLUMNS.keySet());
        expected.removeAll(EXCEPTIONS.keySet());
        expected.addAll(OTHER_COLUMNS.keySet());

        // Deliveries are removed for several reasons.
        assertThat(tables.stream().map(ExpiringTable::tableName).filter(name -> !name.equals("event_delivery")))
                .doesNotHaveDuplicates();
        assertThat(tables.stream().map(ExpiringTable::tableName).distinct())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everySweepUsesAnIndex() throws SQLException {
        Map<String, Set<String>> columns = expiryColumns();
        OTHER_COLUMNS.forEach((table, column) -> columns.put(table, Set.of(column)));
        try (Connection connection = database.getConnection()) {
            for (ExpiringTable table : tables) {
                String name = table.tableName();
                Set<String> indexed = firstColumnsOfIndexes(connection, name);
                boolean served = columns.get(name).stream().anyMatch(indexed::contains)
                        // Pending deliveries are searched by state and time.
                        || name.equals("event_delivery") && indexed.containsAll(Set.of("ended_at", "state"));

                assertThat(served).as("%s: %s", name, indexed).isNotEqualTo(WITHOUT_INDEX.containsKey(name));
            }
        }
    }

    private Map<String, Set<String>> expiryColumns() throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select lower(c.table_name), lower(c.column_name)"
                        + " from information_schema.columns c where lower(c.table_schema) = 'public'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (EXPIRY_COLUMN.matcher(rows.getString(2)).matches()) {
                    columns.computeIfAbsent(rows.getString(1), table -> new TreeSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        return columns;
    }

    private static Set<String> firstColumnsOfIndexes(Connection connection, String table) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        Set<String> columns = new TreeSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(null, null, upper ? table.toUpperCase(Locale.ROOT) : table, false, false)) {
            while (rows.next()) {
                if (rows.getInt("ORDINAL_POSITION") == 1) {
                    columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }
}
