package dev.signet.keys.lifecycle;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.jose.jwk.Jwk;
import dev.signet.keys.KeyCompromised;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.KeyState;
import dev.signet.keys.encryption.SealedKey;
import dev.signet.keys.history.KeyHistory;
import dev.signet.keys.history.StateChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The state changes of keys. Each one is a transaction that also stores its security events and history entries. Every
 * method returns true if this call made the change; on false, the caller must read the keys again. The algorithm's
 * active key is always changed first, so that two nodes compete for the same row.
 */
@ApplicationScoped
class KeyTransitions {

    private final StoredKeyRepository repository;
    private final SecurityEvents events;
    private final Event<KeyCompromised> compromised;
    private final KeyHistory history;
    private final KeySchedule schedule;
    private final Clock clock;

    KeyTransitions(
            StoredKeyRepository repository,
            SecurityEvents events,
            Event<KeyCompromised> compromised,
            KeyHistory history,
            KeySchedule schedule,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.compromised = compromised;
        this.history = history;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Stores the first key of an algorithm, which signs at once. */
    boolean createActive(SealedKey key, @Nullable UUID actor) {
        Instant now = clock.instant();
        return apply(now, changes -> changes.add(insertActive(key, now, actor)));
    }

    /** Publishes a successor that will sign after the announce lead. */
    boolean announce(KeyRecord active, SealedKey successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        Instant takeover = now.plus(schedule.announceLead());
        return apply(now, changes -> {
            requireChanged(repository.moveDeactivation(active.kid(), takeover));
            repository.persistAndFlush(StoredKey.announced(successor, now, takeover));
            changes.add(recordEvent(EventType.KEY_CREATED, successor.jwk(), KeyState.PRE_ACTIVE, actor));
        });
    }

    /** Activates the announced successor; the current key only verifies from then on. */
    boolean activateSuccessor(@Nullable KeyRecord active, KeyRecord successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return apply(now, changes -> {
            if (active != null) {
                changes.add(deactivateNow(active, now, actor));
            }
            changes.add(activateNow(successor, now, actor));
        });
    }

    /** Activates a key that was not announced; the current key only verifies from then on. */
    boolean replace(KeyRecord active, SealedKey successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return apply(now, changes -> {
            changes.add(deactivateNow(active, now, actor));
            changes.add(insertActive(successor, now, actor));
        });
    }

    /** Deactivates a key whose algorithm is no longer configured. */
    boolean deactivate(KeyRecord active) {
        Instant now = clock.instant();
        return apply(now, changes -> changes.add(deactivateNow(active, now, null)));
    }

    /** Erases the private half of a key that no valid token needs. */
    boolean destroy(KeyRecord key) {
        Instant now = clock.instant();
        return apply(now, changes -> {
            requireChanged(repository.end(key.kid(), key.state(), KeyState.DESTROYED, now));
            changes.add(recordEvent(EventType.KEY_DESTROYED, key.jwk(), KeyState.DESTROYED, null));
        });
    }

    /** Withdraws a key that is not active. */
    boolean compromise(KeyRecord key, @Nullable UUID actor) {
        Instant now = clock.instant();
        return apply(now, changes -> changes.add(withdraw(key, now, actor)));
    }

    /** Withdraws the active key and activates the announced successor at once. */
    boolean compromise(KeyRecord active, KeyRecord successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return apply(now, changes -> {
            changes.add(withdraw(active, now, actor));
            changes.add(activateNow(successor, now, actor));
        });
    }

    /** Withdraws the active key and activates a new one at once. */
    boolean compromise(KeyRecord active, SealedKey successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return apply(now, changes -> {
            changes.add(withdraw(active, now, actor));
            changes.add(insertActive(successor, now, actor));
        });
    }

    private StateChange insertActive(SealedKey key, Instant now, @Nullable UUID actor) {
        repository.persistAndFlush(StoredKey.active(key, now, now.plus(schedule.rotationPeriod())));
        recordEvent(EventType.KEY_CREATED, key.jwk(), KeyState.ACTIVE, actor);
        return recordEvent(EventType.KEY_ACTIVATED, key.jwk(), KeyState.ACTIVE, actor);
    }

    private StateChange activateNow(KeyRecord key, Instant now, @Nullable UUID actor) {
        requireChanged(repository.activate(key.kid(), now, now.plus(schedule.rotationPeriod())));
        return recordEvent(EventType.KEY_ACTIVATED, key.jwk(), KeyState.ACTIVE, actor);
    }

    private StateChange deactivateNow(KeyRecord key, Instant now, @Nullable UUID actor) {
        requireChanged(repository.deactivate(key.kid(), now, now.plus(schedule.retireTime())));
        return recordEvent(EventType.KEY_DEACTIVATED, key.jwk(), KeyState.DEACTIVATED, actor);
    }

    private StateChange withdraw(KeyRecord key, Instant now, @Nullable UUID actor) {
        requireChanged(repository.end(key.kid(), key.state(), KeyState.COMPROMISED, now));
        compromised.fire(new KeyCompromised(key.kid()));
        return recordEvent(EventType.KEY_COMPROMISED, key.jwk(), KeyState.COMPROMISED, actor);
    }

    private StateChange recordEvent(EventType type, Jwk key, KeyState state, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type)
                .subject(key.kid())
                .actor(actor)
                .detail("alg", key.algorithm().wireName()));
        return new StateChange(key, state);
    }

    private static void requireChanged(boolean changed) {
        if (!changed) {
            throw new KeyStateConflictException();
        }
    }

    private boolean apply(Instant now, Consumer<List<StateChange>> change) {
        try {
            KeyHistory.transaction(() -> {
                List<StateChange> changes = new ArrayList<>();
                change.accept(changes);
                history.append(changes, now);
            });
            return true;
        } catch (KeyStateConflictException conflict) {
            return false;
        } catch (RuntimeException failure) {
            if (UniqueViolation.isCauseOf(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
