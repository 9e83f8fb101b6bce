package dev.signet.clients.documentcache;

import dev.signet.fetch.FetchFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cached document at one URL that a client chose. It is fresh for ten minutes, and usable for an hour if no newer one
 * can be fetched. One call runs at a time, and none within ten seconds of the last. Requests in the meantime use the
 * cached document; without one, only a few wait for the call.
 */
public final class CachedDocument<T> {

    private static final Logger LOG = Logger.getLogger(CachedDocument.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration USABLE = Duration.ofHours(1);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MAX_WAITING = 4;

    /** Source that fetches and parses the document. */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * Runs one HTTP call.
         *
         * @throws IllegalArgumentException if the document is invalid
         */
        T fetch() throws FetchFailedException;
    }

    private record Fetched<T>(T value, Instant at) {}

    private final Source<T> source;
    private final Clock clock;
    private final ReentrantLock calling = new ReentrantLock();
    private volatile @Nullable Fetched<T> fetched;
    private volatile @Nullable Instant triedAt;

    public CachedDocument(Source<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Returns the document if it was fetched recently; otherwise null. Never waits. */
    public @Nullable T fresh() {
        return youngerThan(FRESH);
    }

    /** Returns the document if it is usable without a newer one; otherwise null. Never waits. */
    public @Nullable T usable() {
        return youngerThan(USABLE);
    }

    /** Fetches a newer document, unless that was tried a moment ago or is in progress. */
    public void fetchAgain() {
        if (!canRetry() || !enter()) {
            return;
        }
        try {
            // The previous holder of the lock may have fetched it already.
            if (canRetry()) {
                Instant now = clock.instant();
                triedAt = now;
                fetched = new Fetched<>(source.fetch(), now);
            }
        } catch (FetchFailedException | IllegalArgumentException e) {
            LOG.infof("Cannot fetch a client document: %s", e.getMessage());
        } finally {
            calling.unlock();
        }
    }

    private @Nullable T youngerThan(Duration age) {
        Fetched<T> last = fetched;
        return last != null && isWithin(age, last.at()) ? last.value() : null;
    }

    private boolean isWithin(Duration age, Instant since) {
        return clock.instant().isBefore(since.plus(age));
    }

    private boolean canRetry() {
        Instant last = triedAt;
        return last == null || !isWithin(RETRY, last);
    }

    private boolean enter() {
        if (usable() != null || calling.getQueueLength() >= MAX_WAITING) {
            return calling.tryLock();
        }
        try {
            return calling.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
