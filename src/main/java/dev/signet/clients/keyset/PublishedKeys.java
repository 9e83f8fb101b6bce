package dev.signet.clients.keyset;

import dev.signet.fetch.FetchRefusedException;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The keys a client publishes at one address ({@code jwks_uri}). Fetched when they are first needed and when they are old, and
 * once more, at intervals, for a key that is not among them: that is how its owner rotates. One call at a time; whoever comes
 * meanwhile takes what there is, and if there is nothing, few wait for it.
 */
final class PublishedKeys implements VerificationKeys {

    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MAX_WAITING = 4;

    /** Where the keys come from, how long they are fresh, and how long they are good if no newer ones can be had. */
    record Source(Fetching fetching, Duration fresh, Duration good, Clock clock) {}

    /** Fetches the keys, or says why not. */
    @FunctionalInterface
    interface Fetching {
        PublicKeySet fetch() throws FetchRefusedException;
    }

    private record Fetched(PublicKeySet keys, Instant at) {}

    private final Source source;
    private final ReentrantLock calling = new ReentrantLock();
    private volatile @Nullable Fetched fetched;
    private volatile @Nullable Instant triedAt;

    PublishedKeys(Source source) {
        this.source = source;
    }

    @Override
    public @Nullable VerificationKey find(String kid) {
        return look(keys -> keys.find(kid));
    }

    @Override
    public @Nullable VerificationKey only() {
        return look(PublicKeySet::only);
    }

    private @Nullable VerificationKey look(Function<PublicKeySet, @Nullable VerificationKey> wanted) {
        VerificationKey key = wanted.apply(keysYoungerThan(source.fresh()));
        if (key != null) {
            return key;
        }
        fetchAgain();
        return wanted.apply(keysYoungerThan(source.good()));
    }

    private PublicKeySet keysYoungerThan(Duration age) {
        Fetched last = fetched;
        return last != null && isWithin(age, last.at()) ? last.keys() : PublicKeySet.EMPTY;
    }

    private boolean isWithin(Duration age, Instant since) {
        return source.clock().instant().isBefore(since.plus(age));
    }

    private void fetchAgain() {
        if (!mayTry() || !enter()) {
            return;
        }
        try {
            // Whoever held the lock before may have fetched already.
            if (mayTry()) {
                Instant now = source.clock().instant();
                triedAt = now;
                fetched = new Fetched(source.fetching().fetch(), now);
            }
        } catch (FetchRefusedException | IllegalArgumentException e) {
            LOG.infof("The keys of a client cannot be fetched: %s", e.getMessage());
        } finally {
            calling.unlock();
        }
    }

    private boolean mayTry() {
        Instant last = triedAt;
        return last == null || !isWithin(RETRY, last);
    }

    private boolean enter() {
        if (!keysYoungerThan(source.good()).isEmpty() || calling.getQueueLength() >= MAX_WAITING) {
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
