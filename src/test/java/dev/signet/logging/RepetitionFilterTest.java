package dev.signet.logging;

import dev.signet.support.Polling;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RepetitionFilterTest {

    private static final String LIBRARY = "com.example.library";

    private final RepetitionFilter filter = new RepetitionFilter(300);
    private final Recorder recorder = new Recorder();
    private final Logger logger = Logger.getLogger(LIBRARY);

    @BeforeEach
    void listen() {
        logger.addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(recorder);
    }

    @Test
    void repeatedFailureIsLoggedOnceAndThenCounted() {
        long logged = IntStream.range(0, 4_000)
                .filter(i -> filter.isLoggable(entry(Level.WARNING, LIBRARY, "job " + i + " failed")))
                .count();

        assertThat(logged).isEqualTo(1);
        Polling.await()
                .untilAsserted(() -> assertThat(recorder.lines)
                        .anySatisfy(line -> assertThat(line).contains("3999 more times", "job 0 failed")));
    }

    @Test
    void databaseOutageIsLoggedAsOneLinePerWindow() {
        ExtLogRecord first = outage("com.example.jobs", "job failed");

        assertThat(filter.isLoggable(first)).isTrue();
        assertThat(first.getThrown()).isNull();
        assertThat(first.getMessage()).isEqualTo("job failed: connection refused");
        assertThat(filter.isLoggable(outage("com.example.pool", "no connection")))
                .isFalse();
    }

    @Test
    void differentFailuresAreAllLogged() {
        assertThat(filter.isLoggable(entry(Level.WARNING, "dev.signet.webhooks", "receiver 1 failed")))
                .isTrue();
        assertThat(filter.isLoggable(entry(Level.WARNING, "dev.signet.webhooks", "receiver 2 failed")))
                .isTrue();
        assertThat(filter.isLoggable(entry(Level.SEVERE, LIBRARY, "failed"))).isTrue();
        ExtLogRecord unexpected = entry(Level.SEVERE, LIBRARY, "failed");
        unexpected.setThrown(new IllegalStateException("a fault"));
        assertThat(filter.isLoggable(unexpected)).isTrue();
        assertThat(unexpected.getThrown()).isNotNull();
    }

    @Test
    void infoEntriesAreAlwaysLogged() {
        assertThat(filter.isLoggable(entry(Level.INFO, LIBRARY, "the same"))).isTrue();
        assertThat(filter.isLoggable(entry(Level.INFO, LIBRARY, "the same"))).isTrue();
    }

    @Test
    void everyHandlerLogsTheSameEntries() {
        ExtLogRecord entry = entry(Level.WARNING, LIBRARY, "failed");

        assertThat(filter.isLoggable(entry)).isTrue();
        assertThat(filter.isLoggable(entry)).isTrue();
    }

    private static ExtLogRecord outage(String category, String message) {
        ExtLogRecord entry = entry(Level.SEVERE, category, message);
        entry.setThrown(new IllegalStateException(new SQLTransientConnectionException("connection refused")));
        return entry;
    }

    private static ExtLogRecord entry(Level level, String category, String message) {
        ExtLogRecord entry = new ExtLogRecord(level, message, RepetitionFilterTest.class.getName());
        entry.setLoggerName(category);
        return entry;
    }

    private static final class Recorder extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new PatternFormatter("%s").format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
