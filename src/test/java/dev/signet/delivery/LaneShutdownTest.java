package dev.signet.delivery;

import io.quarkus.runtime.ShutdownEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

/** The end of lanes whose tasks write to an embedded H2 database. */
class LaneShutdownTest {

    private static final int ROWS = 500;

    @TempDir
    Path directory;

    private final CountDownLatch firstRow = new CountDownLatch(1);
    private final LaneFactory factory = new LaneFactory(Optional.of(Duration.ofSeconds(30)));
    private final Lanes lanes = factory.create("test-shutdown", 1);

    @BeforeEach
    void createTable() throws SQLException {
        execute("create table attempt (id int primary key, text varchar)");
    }

    @Test
    void shutdownWaitsForRunningWriteAndKeepsDatabaseOpen() throws Exception {
        try (Connection observer = connect()) {
            lanes.offer("writing", this::writeRows);
            firstRow.await();

            factory.onStop(new ShutdownEvent());

            assertThat(rows(observer)).isEqualTo(ROWS);
        }
    }

    @Test
    void shutdownStartsNoFurtherTask() throws Exception {
        AtomicBoolean started = new AtomicBoolean();
        lanes.offer("writing", this::writeRows);
        lanes.offer("waiting", () -> started.set(true));
        firstRow.await();

        factory.onStop(new ShutdownEvent());

        assertThat(lanes.offer("late", () -> started.set(true))).isFalse();
        assertThat(lanes.isStopped()).isTrue();
        assertThat(started).isFalse();
    }

    @Test
    void shutdownTimeoutDoesNotInterruptTheTask() throws Exception {
        LaneFactory impatient = new LaneFactory(Optional.of(Duration.ofMillis(1)));
        Lanes slow = impatient.create("test-slow", 1);
        try (Connection observer = connect()) {
            slow.offer("writing", this::writeRows);
            firstRow.await();

            impatient.onStop(new ShutdownEvent());

            assertThat(slow.awaitEnd(Duration.ofSeconds(30))).isTrue();
            assertThat(rows(observer)).isEqualTo(ROWS);
        }
    }

    private void writeRows() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < ROWS; i++) {
                statement.executeUpdate("insert into attempt values (" + i + ", repeat('text', 500))");
                firstRow.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from attempt")) {
            count.next();
            return count.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        // Without a delay, the thread of the task itself writes the file, so that an interrupt always closes it.
        return DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("lanes") + ";WRITE_DELAY=0", "sa", "");
    }
}
