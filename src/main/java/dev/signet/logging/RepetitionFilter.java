package dev.signet.logging;

import dev.signet.error.DatabaseFailure;
import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Reduces repeated warnings and errors to one entry per minute with a count, and logs an outage of the database without
 * a stack trace. It also filters the entries of libraries, because an outage repeats in all their jobs and pools.
 */
@LoggingFilter(name = "repetition")
public final class RepetitionFilter implements Filter {

    private static final long WINDOW_SECONDS = 60;
    private static final int MAX_REPETITIONS = 1_000;
    private static final PatternFormatter TEXT = new PatternFormatter("%s");
    private static final String OWN = "dev.signet.";

    private static final ThreadLocal<Decision> LATEST = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> SUMMARIZING = new ThreadLocal<>();

    private final Map<String, Repetition> repetitions = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;
    private final long windowMillis;

    public RepetitionFilter() {
        this(TimeUnit.SECONDS.toMillis(WINDOW_SECONDS));
    }

    RepetitionFilter(long windowMillis) {
        this.windowMillis = windowMillis;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "log-repetitions");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    private record Decision(long sequence, boolean logged) {}

    private static final class Repetition {

        private final String category;
        private final Level level;
        private final String message;
        private long suppressed;

        Repetition(String category, Level level, String message) {
            this.category = category;
            this.level = level;
            this.message = message;
        }
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.WARNING.intValue() || Boolean.TRUE.equals(SUMMARIZING.get())) {
            return true;
        }
        // Each handler calls the filter with the same entry.
        Decision decided = LATEST.get();
        if (decided != null && decided.sequence() == entry.getSequenceNumber()) {
            return decided.logged();
        }
        boolean logged = isFirst(entry);
        LATEST.set(new Decision(entry.getSequenceNumber(), logged));
        return logged;
    }

    private boolean isFirst(LogRecord entry) {
        Throwable failure = entry.getThrown();
        boolean outage = failure != null && DatabaseFailure.isOutage(failure);
        String key;
        if (outage) {
            removeStackTrace(entry, failure);
            key = "outage";
        } else {
            key = key(entry, failure);
        }
        synchronized (repetitions) {
            Repetition repetition = repetitions.get(key);
            if (repetition != null) {
                repetition.suppressed++;
                return false;
            }
            if (repetitions.size() < MAX_REPETITIONS) {
                repetitions.put(key, new Repetition(name(entry), entry.getLevel(), text(entry)));
                scheduleEnd(key);
            }
            return true;
        }
    }

    private void scheduleEnd(String key) {
        Future<?> unused = timer.schedule(() -> endWindow(key), windowMillis, TimeUnit.MILLISECONDS);
    }

    private void endWindow(String key) {
        Repetition ended;
        long count;
        synchronized (repetitions) {
            ended = repetitions.get(key);
            if (ended == null) {
                return;
            }
            count = ended.suppressed;
            ended.suppressed = 0;
            if (count == 0) {
                repetitions.remove(key);
                return;
            }
            scheduleEnd(key);
        }
        SUMMARIZING.set(true);
        try {
            Logger.getLogger(ended.category).log(ended.level, "{0} more times within {1} s: {2}", new Object[] {
                Long.toString(count), Long.toString(TimeUnit.MILLISECONDS.toSeconds(windowMillis)), ended.message
            });
        } finally {
            SUMMARIZING.remove();
        }
    }

    private static void removeStackTrace(LogRecord entry, Throwable failure) {
        String text = text(entry) + ": " + reason(failure);
        entry.setThrown(null);
        if (entry instanceof ExtLogRecord extended) {
            extended.setMessage(text, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(text);
        }
    }

    // Messages of libraries contain counters and identifiers; messages of Signet name their object.
    private static String key(LogRecord entry, @Nullable Throwable failure) {
        String category = name(entry);
        String message =
                category.startsWith(OWN) ? text(entry) : text(entry).replaceAll("[0-9a-fA-F]*\\d[0-9a-fA-F:-]*", "#");
        return category + "|" + entry.getLevel() + "|" + message + "|" + (failure == null ? "" : origin(failure));
    }

    // Returns the location of the exception, which distinguishes two unexpected failures with the same message.
    private static String origin(Throwable failure) {
        Throwable root = root(failure);
        StackTraceElement[] frames = root.getStackTrace();
        return root.getClass().getName() + (frames.length == 0 ? "" : "@" + frames[0]);
    }

    private static String reason(Throwable failure) {
        Throwable root = root(failure);
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String name(LogRecord entry) {
        return String.valueOf(entry.getLoggerName());
    }

    private static String text(LogRecord entry) {
        return TEXT.format(entry);
    }
}
