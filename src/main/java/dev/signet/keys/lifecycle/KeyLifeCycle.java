package dev.signet.keys.lifecycle;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.KeyState;
import dev.signet.keys.Uptime;
import dev.signet.keys.encryption.SealedKey;
import dev.signet.keys.encryption.SigningKeyFactory;
import dev.signet.keys.ring.KeyRing;
import dev.signet.keys.ring.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * The life cycle of the signing keys: announces and activates successors and destroys retired keys when they are due.
 * Several nodes may run it at the same time; the database allows only one of them to make each change.
 */
@ApplicationScoped
class KeyLifeCycle {

    private static final Logger LOG = Logger.getLogger(KeyLifeCycle.class);
    // A time planned further ahead than this was written with a wrong clock or under another schedule.
    private static final Duration MAX_DELAY = Duration.ofDays(1);

    private final KeyRing ring;
    private final SigningKeyFactory keyFactory;
    private final KeyTransitions transitions;
    private final StoredKeyRepository repository;
    private final KeySchedule schedule;
    private final Clock clock;
    private final ClockGuard guard;
    private final Instant startedAt;

    KeyLifeCycle(
            KeyRing ring,
            SigningKeyFactory keyFactory,
            KeyTransitions transitions,
            StoredKeyRepository repository,
            KeySchedule schedule,
            Clock clock,
            Uptime uptime) {
        this.ring = ring;
        this.keyFactory = keyFactory;
        this.transitions = transitions;
        this.repository = repository;
        this.schedule = schedule;
        this.clock = clock;
        this.guard = new ClockGuard(clock, uptime, schedule.clockSkew());
        this.startedAt = clock.instant();
    }

    /** Loads the keys and lets the executor create the first key of every algorithm that has none. */
    void start(Executor executor) {
        ring.reload();
        if (!ring.isReady()) {
            executor.execute(this::createMissingKeys);
        }
    }

    private void createMissingKeys() {
        for (JwsAlgorithm algorithm : schedule.algorithms()) {
            ensureActive(algorithm);
        }
    }

    /** Makes every change that is due. Reads only memory if none is due. */
    void advance() {
        if (!ring.isLoaded()) {
            return;
        }
        Duration stableFor = guard.stableFor();
        Instant now = clock.instant();
        boolean changed = false;
        for (KeyRecord key : ring.keys().keys()) {
            changed |= advance(key, now, stableFor);
        }
        if (changed) {
            ring.reload();
        }
        createMissingKeys();
    }

    private boolean advance(KeyRecord key, Instant now, Duration stableFor) {
        boolean configured = schedule.algorithms().contains(key.algorithm());
        return switch (key.state()) {
            case PRE_ACTIVE -> configured ? activateIfDue(key, now, stableFor) : retireLeftover(key, stableFor);
            case ACTIVE -> configured ? announceIfDue(key, now) : retireLeftover(key, stableFor);
            case DEACTIVATED -> destroyIfDue(key, now, stableFor);
            case DESTROYED, COMPROMISED -> false;
        };
    }

    private boolean activateIfDue(KeyRecord key, Instant now, Duration stableFor) {
        if (isImplausible(key.activatesAt(), now, schedule.announceLead())) {
            return repository.moveActivation(key.kid(), now.plus(schedule.announceLead()));
        }
        if (now.isBefore(key.activatesAt()) || stableFor.compareTo(schedule.minimumAnnounceLead()) < 0) {
            return false;
        }
        return logIfChanged(
                transitions.activateSuccessor(ring.keys().active(key.algorithm()), key, null), key, "is active");
    }

    private boolean announceIfDue(KeyRecord key, Instant now) {
        Instant end = orEpoch(key.deactivatesAt());
        if (isImplausible(end, now, schedule.rotationPeriod())) {
            return repository.moveDeactivation(key.kid(), now.plus(schedule.rotationPeriod()));
        }
        if (now.isBefore(end.minus(schedule.announceLead())) || ring.keys().announced(key.algorithm()) != null) {
            return false;
        }
        return logIfChanged(
                transitions.announce(key, keyFactory.generate(key.algorithm()), null),
                key,
                "has an announced successor");
    }

    private boolean destroyIfDue(KeyRecord key, Instant now, Duration stableFor) {
        Instant end = orEpoch(key.destroysAt());
        if (isImplausible(end, now, schedule.retireTime())) {
            return repository.moveDestruction(key.kid(), now.plus(schedule.retireTime()));
        }
        if (now.isBefore(end) || stableFor.compareTo(schedule.minimumRetireTime()) < 0) {
            return false;
        }
        return logIfChanged(transitions.destroy(key), key, "is destroyed");
    }

    // Retires only keys that were created before this node started, and only after the announce lead. During the
    // rollout of a new configuration, nodes with the old one still sign with this algorithm and would create a
    // successor for each retired key.
    private boolean retireLeftover(KeyRecord key, Duration stableFor) {
        if (!key.createdAt().isBefore(startedAt) || stableFor.compareTo(schedule.announceLead()) < 0) {
            return false;
        }
        boolean done = key.state() == KeyState.ACTIVE ? transitions.deactivate(key) : transitions.destroy(key);
        return logIfChanged(done, key, "is retired because its algorithm is no longer in signet.keys.algorithms");
    }

    private void ensureActive(JwsAlgorithm algorithm) {
        PublishedKeys now = ring.keys();
        if (now.active(algorithm) != null) {
            return;
        }
        KeyRecord announced = now.announced(algorithm);
        if (announced != null) {
            logIfChanged(transitions.activateSuccessor(null, announced, null), announced, "is active");
        } else {
            SealedKey first = keyFactory.generate(algorithm);
            if (transitions.createActive(first, null)) {
                LOG.infof(
                        "Signing key %s (%s) is the first of its algorithm",
                        first.jwk().kid(), algorithm.wireName());
            }
        }
        ring.reload();
    }

    private static boolean isImplausible(Instant planned, Instant now, Duration usual) {
        return planned.isAfter(now.plus(usual).plus(MAX_DELAY));
    }

    private static Instant orEpoch(@Nullable Instant time) {
        return time == null ? Instant.EPOCH : time;
    }

    // Logs the change if this node made it. Always returns true, because a lost race also means that the keys have
    // changed and the ring must be reloaded.
    private static boolean logIfChanged(boolean changed, KeyRecord key, String change) {
        if (changed) {
            LOG.infof("Signing key %s (%s) %s", key.kid(), key.algorithm().wireName(), change);
        }
        return true;
    }
}
