package dev.signet.keys.ring;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;
import dev.signet.jose.jwk.JwkSet;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.KeyState;
import dev.signet.keys.Uptime;
import dev.signet.keys.encryption.SigningKeyFactory;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The in-memory keys with which this node signs and verifies and which it publishes, kept up to date with the database.
 */
@ApplicationScoped
public class KeyRing implements VerificationKeys {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    /** Maximum wait for the first keys of a new installation. */
    public static final Duration FIRST_KEYS = Duration.ofSeconds(10);

    // The scheduler runs jobs at most once a second.
    private static final Duration SCHEDULER_INTERVAL = Duration.ofSeconds(1);

    private final StoredKeys storedKeys;
    private final SigningKeyFactory keyFactory;
    private final KeySchedule schedule;
    private final Uptime uptime;
    private final ReentrantLock loading = new ReentrantLock();
    private final CompletableFuture<Void> firstKeys = new CompletableFuture<>();
    private volatile @Nullable KeySnapshot snapshot;

    KeyRing(StoredKeys storedKeys, SigningKeyFactory keyFactory, KeySchedule schedule, Uptime uptime) {
        this.storedKeys = storedKeys;
        this.keyFactory = keyFactory;
        this.schedule = schedule;
        this.uptime = uptime;
    }

    /**
     * Returns the signer for the algorithm's active key. Request it again for every token.
     *
     * @throws ServiceException {@code temporarily_unavailable} if there is no active key, or if the active key may be
     *     destroyed before a new token expires, because this node has not read the database for too long
     */
    public JwtSigner signer(JwsAlgorithm algorithm) {
        if (!firstKeys.isDone() && !canSign(algorithm)) {
            awaitFirstKeys();
        }
        KeySnapshot now = snapshot();
        JwtSigner signer = now.signers().get(algorithm);
        if (signer == null) {
            throw unavailable("no active key for " + algorithm.wireName());
        }
        if (age(now).compareTo(maxSigningAge()) > 0) {
            throw unavailable("the keys have not been checked against the database for " + age(now));
        }
        return signer;
    }

    @Override
    public @Nullable VerificationKey find(String kid) {
        return snapshot().verificationKeys().get(kid);
    }

    /**
     * Returns the published set. Caches may keep it only until a key that it does not contain could begin to sign. A
     * node that cannot reach the database therefore shortens the cache time, but still serves the set.
     */
    public JwksDocument jwks() {
        KeySnapshot now = snapshot();
        Duration age = age(now);
        return age.compareTo(schedule.reloadInterval()) <= 0 ? now.jwks() : shortenedCaching(now.jwks(), age);
    }

    /** Returns true if the algorithm can sign now. */
    public boolean canSign(JwsAlgorithm algorithm) {
        KeySnapshot now = snapshot;
        return now != null && now.signers().containsKey(algorithm) && age(now).compareTo(maxSigningAge()) <= 0;
    }

    /** Returns true if every configured algorithm can sign now. */
    public boolean isReady() {
        return schedule.algorithms().stream().allMatch(this::canSign);
    }

    /**
     * Returns a future that completes when every configured algorithm has had a key, which takes a moment in a new
     * installation.
     */
    public CompletableFuture<Void> firstKeys() {
        return firstKeys;
    }

    // Waits for the first keys, except on an event loop, which must not block: its caller gets an error and retries.
    private void awaitFirstKeys() {
        if (Context.isOnEventLoopThread()) {
            return;
        }
        try {
            firstKeys.get(FIRST_KEYS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The caller checks for a signer in any case.
        }
    }

    /**
     * Returns the published keys as this node knows them.
     *
     * @throws ServiceException {@code temporarily_unavailable} if the keys are not loaded yet
     */
    public PublishedKeys keys() {
        return snapshot().published();
    }

    KeySnapshot snapshot() {
        KeySnapshot now = snapshot;
        if (now == null) {
            throw unavailable("the keys are not loaded yet");
        }
        return now;
    }

    /** Returns true if this node has loaded the keys. */
    public boolean isLoaded() {
        return snapshot != null;
    }

    /**
     * Reloads when half the reload interval has passed, so that the interval is kept even if one database response is
     * late.
     */
    void reloadIfDue() {
        KeySnapshot now = snapshot;
        if (now != null && age(now).compareTo(schedule.reloadInterval().dividedBy(2)) >= 0) {
            reload();
        }
    }

    /** Reloads at once if this node still holds the key, which another node has withdrawn. */
    public void reloadIfHolding(String kid) {
        KeySnapshot now = snapshot;
        if (now != null && now.verificationKeys().containsKey(kid)) {
            reload();
        }
    }

    /** Loads the published keys from the database and returns them. */
    public PublishedKeys reload() {
        loading.lock();
        try {
            KeySnapshot old = snapshot;
            Duration checkedAt = uptime.elapsed();
            List<KeyRecord> keys = storedKeys.findPublished();
            KeySnapshot fresh = old != null && old.published().keys().equals(keys)
                    ? old.withCheckedAt(checkedAt)
                    : load(keys, old, checkedAt);
            snapshot = fresh;
            if (!firstKeys.isDone() && isReady()) {
                firstKeys.complete(null);
            }
            return fresh.published();
        } finally {
            loading.unlock();
        }
    }

    private KeySnapshot load(List<KeyRecord> keys, @Nullable KeySnapshot old, Duration checkedAt) {
        Map<JwsAlgorithm, JwtSigner> signers = new EnumMap<>(JwsAlgorithm.class);
        Map<String, VerificationKey> verificationKeys = new HashMap<>();
        for (KeyRecord key : keys) {
            if (!key.algorithm().isClassic() && !keyFactory.supports(key.algorithm())) {
                // Keys of nodes on a later Java version. They are still published because their tokens are valid.
                LOG.warnf(
                        "Tokens signed by key %s are rejected on this node: its Java runtime does not support %s",
                        key.kid(), key.algorithm().wireName());
                continue;
            }
            VerificationKey existing =
                    old == null ? null : old.verificationKeys().get(key.kid());
            verificationKeys.put(key.kid(), existing == null ? keyFactory.verificationKey(key.jwk()) : existing);
            if (key.state() == KeyState.ACTIVE && schedule.algorithms().contains(key.algorithm())) {
                JwtSigner signer = signer(key, old);
                if (signer != null) {
                    signers.put(key.algorithm(), signer);
                }
            }
        }
        JwkSet set = new JwkSet(keys.stream().map(KeyRecord::jwk).toList());
        JwksDocument jwks = JwksDocument.of(set, schedule.jwksMaxAge(), staleIfError(schedule.reloadInterval()));
        return new KeySnapshot(
                new PublishedKeys(keys), Map.copyOf(signers), Map.copyOf(verificationKeys), jwks, checkedAt);
    }

    private @Nullable JwtSigner signer(KeyRecord key, @Nullable KeySnapshot old) {
        JwtSigner existing = old == null ? null : old.signers().get(key.algorithm());
        if (existing != null && existing.kid().equals(key.kid())) {
            return existing;
        }
        byte[] sealed = storedKeys.sealedPrivateKey(key.kid());
        // Null if the key was erased after its state was read; the next reload finds the successor.
        return sealed == null
                ? null
                : new BoundedSigner(keyFactory.open(key.jwk(), sealed).signer());
    }

    // Returns the maximum age of a snapshot for signing. Another node may retire the key right after this node's last
    // check, and destroy it after the retire time.
    private Duration maxSigningAge() {
        return schedule.retireTime()
                .minus(schedule.longestTokenLife())
                .minus(schedule.clockSkew())
                .plus(SCHEDULER_INTERVAL);
    }

    private JwksDocument shortenedCaching(JwksDocument jwks, Duration age) {
        Duration usable =
                positive(schedule.announceLead().minus(schedule.clockSkew()).minus(age));
        Duration maxAge = usable.compareTo(schedule.jwksMaxAge()) < 0 ? usable : schedule.jwksMaxAge();
        return jwks.cacheable(maxAge, staleIfError(age));
    }

    // Returns the part of the announce lead after max-age. During an outage of this service, caches may use the old set
    // for this time.
    private Duration staleIfError(Duration age) {
        return positive(
                schedule.announceLead().minus(schedule.clockSkew()).minus(age).minus(schedule.jwksMaxAge()));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /** Returns the time since the last comparison with the database; null before the first one. */
    @Nullable
    Duration age() {
        KeySnapshot now = snapshot;
        return now == null ? null : age(now);
    }

    private Duration age(KeySnapshot now) {
        return uptime.elapsed().minus(now.checkedAt());
    }

    private static ServiceException unavailable(String reason) {
        return new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, reason);
    }
}
