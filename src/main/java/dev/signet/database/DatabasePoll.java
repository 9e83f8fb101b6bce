package dev.signet.database;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads the changes of other nodes from the database at a fixed interval. It is not a {@code @Scheduled} job because
 * those run at most once a second, which is too rare for some intervals. An outage of the database is logged once when
 * it begins and once when it ends.
 */
public final class DatabasePoll {

    private static final Logger LOG = Logger.getLogger(DatabasePoll.class);

    private final ScheduledExecutorService executor;
    private final long intervalMillis;
    private final String subject;
    private final Runnable reading;
    private boolean failing;
    private @Nullable Future<?> polling;

    /**
     * Creates a poll.
     *
     * @param interval time between two reads
     * @param subject plural noun for the log messages
     * @param reading the read to run
     */
    public DatabasePoll(ScheduledExecutorService executor, Duration interval, String subject, Runnable reading) {
        this.executor = executor;
        this.intervalMillis = interval.toMillis();
        this.subject = subject;
        this.reading = reading;
    }

    /**
     * Reads at once and then after each interval.
     *
     * @throws RuntimeException if the first read fails
     */
    public void start() {
        reading.run();
        polling = executor.scheduleWithFixedDelay(this::read, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        if (polling != null) {
            polling.cancel(false);
        }
    }

    private void read() {
        try {
            reading.run();
            if (failing) {
                LOG.infof("Polling %s works again", subject);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("Cannot poll %s; this node continues with its cached data: %s", subject, e.getMessage());
            }
            failing = true;
        }
    }
}
