package dev.signet.clients.published;

import dev.signet.fetch.FetchRefusedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What stands at one address that somebody else chose. It is fresh for ten minutes, and good for an hour where nothing newer can be
 * had. One call at a time, and none within ten seconds of the last; whoever comes meanwhile takes what there is, and if there is
 * nothing, few wait for it.
 */
public final class Published<T> {

    private static final Logger LOG = Logger.getLogger(Published.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration GOOD = Duration.ofHours(1);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MAX_WAITING = 4;

    /** Fetches and reads the document, or says why not. */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * Makes one call.
         *
         * @throws IllegalArgumentException if what is there is not what was asked for
         */
        T fetch() throws FetchRefusedException;
    }

    private record Fetched<T>(T value, Instant at) {}

    private final Source<T> source;
    private final Clock clock;
    private final ReentrantLock calling = new ReentrantLock();
    private volatile @Nullable Fetched<T> fetched;
    private volatile @Nullable Instant triedAt;

    public Published(Source<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What was fetched a short while ago, if anything was; never waits. */
    public @Nullable T fresh() {
        return youngerThan(FRESH);
    }

    /** What is good for want of something newer; never waits. */
    public @Nullable T good() {
        return youngerThan(GOOD);
    }

    /** Calls for something newer, unless that was tried a moment ago or is being tried. */
    public void fetchAgain() {
        if (!mayTry() || !enter()) {
            return;
        }
        try {
            // Whoever held the lock before may have fetched already.
            if (mayTry()) {
                Instant now = clock.instant();
                triedAt = now;
                fetched = new Fetched<>(source.fetch(), now);
            }
        } catch (FetchRefusedException | IllegalArgumentException e) {
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

    private boolean mayTry() {
        Instant last = triedAt;
        return last == null || !isWithin(RETRY, last);
    }

    private boolean enter() {
        if (good() != null || calling.getQueueLength() >= MAX_WAITING) {
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
