package dev.signet.database;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks the database for what other nodes changed, again and again. Not a {@code @Scheduled} job, because those run once a second
 * at most and some promises are shorter. Says once that the database is away, and once that it is back.
 */
public final class Poll {

    private static final Logger LOG = Logger.getLogger(Poll.class);

    private final ScheduledExecutorService executor;
    private final long intervalMillis;
    private final String subject;
    private final Runnable reading;
    private boolean failing;
    private @Nullable Future<?> polling;

    /** Polls for the subject, a plural that begins a sentence of the log, by running the reading. */
    public Poll(ScheduledExecutorService executor, Duration interval, String subject, Runnable reading) {
        this.executor = executor;
        this.intervalMillis = interval.toMillis();
        this.subject = subject;
        this.reading = reading;
    }

    /** Reads at once, failing if that fails, and from now on after each interval. */
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
                LOG.infof("%s are read again", subject);
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("%s by other nodes cannot be read; going by what is known: %s", subject, e.getMessage());
            }
            failing = true;
        }
    }
}
