package dev.signet.keys;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.JwkSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.VerificationKeys;
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

/** The keys this node signs and verifies with and publishes, held in memory and kept in step with the database. */
@ApplicationScoped
public class KeyRing implements VerificationKeys {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    /** How long somebody who needs them is kept waiting for the first keys of an installation. */
    static final Duration FIRST_KEYS = Duration.ofSeconds(10);

    private static final Duration RETRY = Duration.ofSeconds(2);
    // The scheduler looks at its jobs once a second.
    private static final Duration TICK = Duration.ofSeconds(1);

    private final StoredKeyRepository repository;
    private final KeyMint mint;
    private final KeySchedule schedule;
    private final Uptime uptime;
    private final ReentrantLock loading = new ReentrantLock();
    private final CompletableFuture<Void> firstKeys = new CompletableFuture<>();
    private volatile @Nullable KeySnapshot snapshot;

    KeyRing(StoredKeyRepository repository, KeyMint mint, KeySchedule schedule, Uptime uptime) {
        this.repository = repository;
        this.mint = mint;
        this.schedule = schedule;
        this.uptime = uptime;
    }

    /**
     * The signer under the algorithm's active key; to be asked for anew for every token.
     *
     * @throws ServiceException {@code temporarily_unavailable} if there is none, or if this node has been out of touch
     *     with the database for so long that the key may be gone before a token signed now ends
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
        if (age(now).compareTo(signingAllowed()) > 0) {
            throw unavailable("the keys have not been checked against the database for " + age(now));
        }
        return signer;
    }

    @Override
    public @Nullable VerificationKey find(String kid) {
        return snapshot().verificationKeys().get(kid);
    }

    /**
     * The published set. It may be kept only as long as no key can have begun to sign that it does not hold, so a node out
     * of touch with the database shortens the time, and serves the set all the same.
     */
    public JwksDocument jwks() {
        KeySnapshot now = snapshot();
        Duration age = age(now);
        return age.compareTo(schedule.reloadInterval()) <= 0 ? now.jwks() : shortened(now.jwks(), age);
    }

    /** Whether the algorithm can sign at this moment. */
    public boolean canSign(JwsAlgorithm algorithm) {
        KeySnapshot now = snapshot;
        return now != null && now.signers().containsKey(algorithm) && age(now).compareTo(signingAllowed()) <= 0;
    }

    /** Whether every configured algorithm can sign at this moment. */
    boolean ready() {
        return schedule.algorithms().stream().allMatch(this::canSign);
    }

    /** Done as soon as every configured algorithm has had a key, which in a new installation takes a moment. */
    CompletableFuture<Void> firstKeys() {
        return firstKeys;
    }

    // An event loop must not wait; whoever asks on one is told to come again.
    private void awaitFirstKeys() {
        if (Context.isOnEventLoopThread()) {
            return;
        }
        try {
            firstKeys.get(FIRST_KEYS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Whether there is a signer now is looked up anyway.
        }
    }

    KeySnapshot snapshot() {
        KeySnapshot now = snapshot;
        if (now == null) {
            throw unavailable("the keys are not loaded yet");
        }
        return now;
    }

    boolean loaded() {
        return snapshot != null;
    }

    /** Asks the database when half the reload interval is over, so that the interval is kept even if one answer is late. */
    void reloadIfDue() {
        KeySnapshot now = snapshot;
        if (now != null && age(now).compareTo(schedule.reloadInterval().dividedBy(2)) >= 0) {
            reload();
        }
    }

    /** Takes over the state of the database at once if this node still holds the key, which another node has withdrawn. */
    public void withdrawnElsewhere(String kid) {
        KeySnapshot now = snapshot;
        if (now != null && now.verificationKeys().containsKey(kid)) {
            reload();
        }
    }

    /** Takes over the state of the database. */
    KeySnapshot reload() {
        loading.lock();
        try {
            KeySnapshot old = snapshot;
            Duration asked = uptime.elapsed();
            List<KeyRecord> keys = repository.published();
            KeySnapshot fresh =
                    old != null && old.keys().equals(keys) ? old.checkedAgain(asked) : load(keys, old, asked);
            snapshot = fresh;
            if (!firstKeys.isDone() && ready()) {
                firstKeys.complete(null);
            }
            return fresh;
        } finally {
            loading.unlock();
        }
    }

    private KeySnapshot load(List<KeyRecord> keys, @Nullable KeySnapshot old, Duration asked) {
        Map<JwsAlgorithm, JwtSigner> signers = new EnumMap<>(JwsAlgorithm.class);
        Map<String, VerificationKey> verificationKeys = new HashMap<>();
        for (KeyRecord key : keys) {
            if (!key.algorithm().isClassic() && !mint.has(key.algorithm())) {
                // Of nodes on a later Java. Published all the same: their tokens are good.
                LOG.warnf(
                        "Tokens signed by key %s are not accepted here: this Java runtime does not have %s",
                        key.kid(), key.algorithm().wireName());
                continue;
            }
            VerificationKey known = old == null ? null : old.verificationKeys().get(key.kid());
            verificationKeys.put(key.kid(), known == null ? mint.verificationKey(key.jwk()) : known);
            if (key.state() == KeyState.ACTIVE && schedule.algorithms().contains(key.algorithm())) {
                JwtSigner signer = signer(key, old);
                if (signer != null) {
                    signers.put(key.algorithm(), signer);
                }
            }
        }
        JwkSet set = new JwkSet(keys.stream().map(KeyRecord::jwk).toList());
        JwksDocument jwks = JwksDocument.of(set, schedule.jwksMaxAge(), spare(schedule.reloadInterval()));
        return new KeySnapshot(keys, Map.copyOf(signers), Map.copyOf(verificationKeys), jwks, asked);
    }

    private @Nullable JwtSigner signer(KeyRecord key, @Nullable KeySnapshot old) {
        JwtSigner known = old == null ? null : old.signers().get(key.algorithm());
        if (known != null && known.kid().equals(key.kid())) {
            return known;
        }
        byte[] sealed = repository.sealedPrivateKey(key.kid());
        // Erased since its state was read: the next look at the table will show the successor.
        return sealed == null
                ? null
                : new BoundedSigner(mint.open(key.jwk(), sealed).signer());
    }

    // Another node may retire the key right after our last look, and destroy it the retire time later.
    private Duration signingAllowed() {
        return schedule.retireTime()
                .minus(schedule.longestTokenLife())
                .minus(schedule.clockSkew())
                .plus(TICK);
    }

    private JwksDocument shortened(JwksDocument jwks, Duration age) {
        Duration usable =
                positive(schedule.announceLead().minus(schedule.clockSkew()).minus(age));
        Duration maxAge = usable.compareTo(schedule.jwksMaxAge()) < 0 ? usable : schedule.jwksMaxAge();
        return jwks.cacheable(maxAge, spare(age));
    }

    // What the announce lead leaves over beyond max-age, for caches that must bridge a failure of ours.
    private Duration spare(Duration age) {
        return positive(
                schedule.announceLead().minus(schedule.clockSkew()).minus(age).minus(schedule.jwksMaxAge()));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private Duration age(KeySnapshot now) {
        return uptime.elapsed().minus(now.checkedAt());
    }

    private static ServiceException unavailable(String reason) {
        return new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, reason).retryAfter(RETRY);
    }
}
