package dev.signet.keys;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * The state changes of keys, each one transaction with its security events. Every method says whether it was this call
 * that made the change; who lost reads again. The algorithm's active key is always changed first, so that two nodes meet
 * on its row.
 */
@ApplicationScoped
class KeyTransitions {

    private final StoredKeyRepository repository;
    private final SecurityEvents events;
    private final Event<KeyCompromised> compromised;
    private final KeySchedule schedule;
    private final Clock clock;

    KeyTransitions(
            StoredKeyRepository repository,
            SecurityEvents events,
            Event<KeyCompromised> compromised,
            KeySchedule schedule,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.compromised = compromised;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The first key of an algorithm: signs at once. */
    boolean createActive(SealedKey key, @Nullable UUID actor) {
        Instant now = clock.instant();
        return won(() -> insertActive(key, now, actor));
    }

    /** Publishes a successor, which will sign after the announce lead. */
    boolean announce(KeyRecord active, SealedKey successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        Instant takeover = now.plus(schedule.announceLead());
        return won(() -> {
            must(repository.moveDeactivation(active.kid(), takeover));
            repository.persistAndFlush(StoredKey.announced(successor, now, takeover));
            record(
                    EventType.KEY_CREATED,
                    successor.jwk().kid(),
                    successor.jwk().algorithm().wireName(),
                    actor);
        });
    }

    /** Lets the announced successor sign, and the present key verify only. */
    boolean succeed(@Nullable KeyRecord active, KeyRecord successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return won(() -> {
            if (active != null) {
                deactivateNow(active, now, actor);
            }
            activateNow(successor, now, actor);
        });
    }

    /** Lets a key sign that nobody has seen yet, and the present key verify only. */
    boolean replace(KeyRecord active, SealedKey successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return won(() -> {
            deactivateNow(active, now, actor);
            insertActive(successor, now, actor);
        });
    }

    /** Stops a key whose algorithm is no longer wanted. */
    boolean deactivate(KeyRecord active) {
        Instant now = clock.instant();
        return won(() -> deactivateNow(active, now, null));
    }

    /** Erases the private half of a key that no valid token needs. */
    boolean destroy(KeyRecord key) {
        Instant now = clock.instant();
        return won(() -> {
            must(repository.end(key.kid(), key.state(), KeyState.DESTROYED, now));
            record(EventType.KEY_DESTROYED, key.kid(), key.algorithm().wireName(), null);
        });
    }

    /** Withdraws a key that does not sign at present. */
    boolean compromise(KeyRecord key, @Nullable UUID actor) {
        Instant now = clock.instant();
        return won(() -> withdraw(key, now, actor));
    }

    /** Withdraws the active key and lets the announced successor sign at once. */
    boolean compromise(KeyRecord active, KeyRecord successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return won(() -> {
            withdraw(active, now, actor);
            activateNow(successor, now, actor);
        });
    }

    /** Withdraws the active key and lets a new one sign at once. */
    boolean compromise(KeyRecord active, SealedKey successor, @Nullable UUID actor) {
        Instant now = clock.instant();
        return won(() -> {
            withdraw(active, now, actor);
            insertActive(successor, now, actor);
        });
    }

    private void insertActive(SealedKey key, Instant now, @Nullable UUID actor) {
        repository.persistAndFlush(StoredKey.active(key, now, now.plus(schedule.rotationPeriod())));
        record(EventType.KEY_CREATED, key.jwk().kid(), key.jwk().algorithm().wireName(), actor);
        record(EventType.KEY_ACTIVATED, key.jwk().kid(), key.jwk().algorithm().wireName(), actor);
    }

    private void activateNow(KeyRecord key, Instant now, @Nullable UUID actor) {
        must(repository.activate(key.kid(), now, now.plus(schedule.rotationPeriod())));
        record(EventType.KEY_ACTIVATED, key.kid(), key.algorithm().wireName(), actor);
    }

    private void deactivateNow(KeyRecord key, Instant now, @Nullable UUID actor) {
        must(repository.deactivate(key.kid(), now, now.plus(schedule.retireTime())));
        record(EventType.KEY_DEACTIVATED, key.kid(), key.algorithm().wireName(), actor);
    }

    private void withdraw(KeyRecord key, Instant now, @Nullable UUID actor) {
        must(repository.end(key.kid(), key.state(), KeyState.COMPROMISED, now));
        record(EventType.KEY_COMPROMISED, key.kid(), key.algorithm().wireName(), actor);
        compromised.fire(new KeyCompromised(key.kid()));
    }

    private void record(EventType type, String kid, String algorithm, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type).subject(kid).actor(actor).detail("alg", algorithm));
    }

    private static void must(boolean changed) {
        if (!changed) {
            throw new LostRaceException();
        }
    }

    private static boolean won(Runnable change) {
        try {
            QuarkusTransaction.requiringNew().run(change);
            return true;
        } catch (LostRaceException lost) {
            return false;
        } catch (RuntimeException failure) {
            if (UniqueViolation.causedBy(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
