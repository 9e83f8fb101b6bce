package dev.signet.keys.lifecycle;

import dev.signet.audit.SecurityEvents;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyCompromised;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.Uptime;
import dev.signet.keys.encryption.SigningKeyFactory;
import dev.signet.keys.history.KeyHistory;
import dev.signet.keys.ring.KeyRing;
import dev.signet.keys.ring.KeyRings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Creates nodes: each one has all services of this package and its own clock; all share one database. */
@ApplicationScoped
class Cluster {

    static final KeySchedule SCHEDULE = new KeySchedule(
            List.of(JwsAlgorithm.ES256),
            Duration.ofHours(10),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofHours(2),
            Duration.ofMinutes(5));

    private final KeyRing applicationKeys;
    private final StoredKeyRepository repository;
    private final SigningKeyFactory keyFactory;
    private final SecurityEvents events;
    private final Event<KeyCompromised> compromised;
    private final KeyHistory history;

    Cluster(
            KeyRing applicationKeys,
            StoredKeyRepository repository,
            SecurityEvents events,
            Event<KeyCompromised> compromised,
            KeyHistory history,
            SigningKeyFactory keyFactory) {
        this.applicationKeys = applicationKeys;
        this.repository = repository;
        this.events = events;
        this.compromised = compromised;
        this.history = history;
        this.keyFactory = keyFactory;
    }

    /** Deletes all keys, after the application has created its first keys, which it does in the background. */
    void deleteAllKeys() {
        applicationKeys.firstKeys().copy().orTimeout(1, TimeUnit.MINUTES).join();
        QuarkusTransaction.requiringNew().run(repository::deleteAll);
    }

    StoredKeyRepository repository() {
        return repository;
    }

    SigningKeyFactory keyFactory() {
        return keyFactory;
    }

    Node node(TestTime time) {
        return node(SCHEDULE, time.new OwnClock(), time.uptime());
    }

    Node node(KeySchedule schedule, Clock clock, Uptime uptime) {
        KeyRing ring = KeyRings.create(repository, keyFactory, schedule, uptime);
        KeyTransitions transitions = new KeyTransitions(repository, events, compromised, history, schedule, clock);
        return new Node(
                ring,
                transitions,
                new KeyLifeCycle(ring, keyFactory, transitions, repository, schedule, clock, uptime),
                new KeyRotation(ring, keyFactory, transitions, repository, schedule));
    }

    record Node(KeyRing ring, KeyTransitions transitions, KeyLifeCycle lifeCycle, KeyRotation rotation) {

        Node start() {
            lifeCycle.start(Runnable::run);
            return this;
        }

        /** Runs both scheduled jobs once. */
        void tick() {
            ring.reload();
            lifeCycle.advance();
        }

        /** Lets this time pass in steps of at most a minute and runs both scheduled jobs after each. */
        void runFor(Duration duration, TestTime time) {
            Duration step = Duration.ofMinutes(1);
            for (Duration left = duration; !left.isNegative() && !left.isZero(); left = left.minus(step)) {
                time.pass(left.compareTo(step) < 0 ? left : step);
                tick();
            }
        }

        KeyRecord active(JwsAlgorithm algorithm) {
            return ring.keys().active(algorithm);
        }

        KeyRecord announced(JwsAlgorithm algorithm) {
            return ring.keys().announced(algorithm);
        }

        List<String> published() {
            return ring.keys().keys().stream().map(KeyRecord::kid).toList();
        }
    }
}
