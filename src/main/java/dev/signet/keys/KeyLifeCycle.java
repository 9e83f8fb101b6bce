package dev.signet.keys;

import dev.signet.jose.JwsAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Moves every key on when its time has come: announces successors, lets them take over, destroys what is retired. Any
 * number of nodes may do this at once; the database lets one of them make each change.
 */
@ApplicationScoped
public class KeyLifeCycle {

    private static final Logger LOG = Logger.getLogger(KeyLifeCycle.class);
    // Beyond this a planned time was written by a clock that was wrong, or under another schedule.
    private static final Duration IMPLAUSIBLE = Duration.ofDays(1);

    private final KeyRing ring;
    private final KeyMint mint;
    private final KeyTransitions transitions;
    private final StoredKeyRepository repository;
    private final KeySchedule schedule;
    private final Clock clock;
    private final ClockGuard guard;
    private final Instant startedAt;

    KeyLifeCycle(
            KeyRing ring,
            KeyMint mint,
            KeyTransitions transitions,
            StoredKeyRepository repository,
            KeySchedule schedule,
            Clock clock,
            Uptime uptime) {
        this.ring = ring;
        this.mint = mint;
        this.transitions = transitions;
        this.repository = repository;
        this.schedule = schedule;
        this.clock = clock;
        this.guard = new ClockGuard(clock, uptime, schedule.clockSkew());
        this.startedAt = clock.instant();
    }

    /** Loads the keys, and has the first one of every algorithm that has none made by the executor. */
    void start(Executor executor) {
        ring.reload();
        if (!ring.ready()) {
            executor.execute(this::makeFirst);
        }
    }

    private void makeFirst() {
        for (JwsAlgorithm algorithm : schedule.algorithms()) {
            ensureActive(algorithm);
        }
    }

    /** Makes every change that is due. Costs nothing but a look into memory when none is. */
    void advance() {
        if (!ring.loaded()) {
            return;
        }
        Duration steadyFor = guard.steadyFor();
        Instant now = clock.instant();
        boolean changed = false;
        for (KeyRecord key : ring.snapshot().keys()) {
            changed |= advance(key, now, steadyFor);
        }
        if (changed) {
            ring.reload();
        }
        makeFirst();
    }

    private boolean advance(KeyRecord key, Instant now, Duration steadyFor) {
        boolean wanted = schedule.algorithms().contains(key.algorithm());
        return switch (key.state()) {
            case PRE_ACTIVE -> wanted ? activateIfDue(key, now, steadyFor) : retireLeftover(key, steadyFor);
            case ACTIVE -> wanted ? announceIfDue(key, now) : retireLeftover(key, steadyFor);
            case DEACTIVATED -> destroyIfDue(key, now, steadyFor);
            case DESTROYED, COMPROMISED -> false;
        };
    }

    private boolean activateIfDue(KeyRecord key, Instant now, Duration steadyFor) {
        if (tooFar(key.activatesAt(), now, schedule.announceLead())) {
            return repository.moveActivation(key.kid(), now.plus(schedule.announceLead()));
        }
        if (now.isBefore(key.activatesAt()) || steadyFor.compareTo(schedule.leadNeeded()) < 0) {
            return false;
        }
        return said(transitions.succeed(ring.snapshot().active(key.algorithm()), key, null), key, "signs from now on");
    }

    private boolean announceIfDue(KeyRecord key, Instant now) {
        Instant end = planned(key.deactivatesAt());
        if (tooFar(end, now, schedule.rotationPeriod())) {
            return repository.moveDeactivation(key.kid(), now.plus(schedule.rotationPeriod()));
        }
        if (now.isBefore(end.minus(schedule.announceLead())) || ring.snapshot().announced(key.algorithm()) != null) {
            return false;
        }
        return said(transitions.announce(key, mint.generate(key.algorithm()), null), key, "has a successor announced");
    }

    private boolean destroyIfDue(KeyRecord key, Instant now, Duration steadyFor) {
        Instant end = planned(key.destroysAt());
        if (tooFar(end, now, schedule.retireTime())) {
            return repository.moveDestruction(key.kid(), now.plus(schedule.retireTime()));
        }
        if (now.isBefore(end) || steadyFor.compareTo(schedule.retireNeeded()) < 0) {
            return false;
        }
        return said(transitions.destroy(key), key, "is destroyed");
    }

    // Only keys older than this node, and after the announce lead: while a new configuration is being rolled out, nodes
    // with the old one still sign with the algorithm, and would make a new key for every one taken from them.
    private boolean retireLeftover(KeyRecord key, Duration steadyFor) {
        if (!key.createdAt().isBefore(startedAt) || steadyFor.compareTo(schedule.announceLead()) < 0) {
            return false;
        }
        boolean done = key.state() == KeyState.ACTIVE ? transitions.deactivate(key) : transitions.destroy(key);
        return said(done, key, "is retired, its algorithm being no longer configured");
    }

    private void ensureActive(JwsAlgorithm algorithm) {
        KeySnapshot now = ring.snapshot();
        if (now.active(algorithm) != null) {
            return;
        }
        KeyRecord announced = now.announced(algorithm);
        if (announced != null) {
            said(transitions.succeed(null, announced, null), announced, "signs from now on");
        } else {
            SealedKey first = mint.generate(algorithm);
            if (transitions.createActive(first, null)) {
                LOG.infof(
                        "Signing key %s (%s) is the first of its algorithm",
                        first.jwk().kid(), algorithm.wireName());
            }
        }
        ring.reload();
    }

    private static boolean tooFar(Instant planned, Instant now, Duration usual) {
        return planned.isAfter(now.plus(usual).plus(IMPLAUSIBLE));
    }

    private static Instant planned(@Nullable Instant time) {
        return time == null ? Instant.EPOCH : time;
    }

    // A lost race changed the keys as well, if not by this node: the ring must be read again either way.
    private static boolean said(boolean won, KeyRecord key, String what) {
        if (won) {
            LOG.infof("Signing key %s (%s) %s", key.kid(), key.algorithm().wireName(), what);
        }
        return true;
    }
}
