package dev.signet.keys.lifecycle;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.KeyState;
import dev.signet.keys.encryption.SigningKeyFactory;
import dev.signet.keys.ring.KeyRing;
import dev.signet.keys.ring.PublishedKeys;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Key changes by administrators. If another node changes the key first, the result is the change of that node. */
@ApplicationScoped
public class KeyRotation {

    private static final int ATTEMPTS = 5;

    private final KeyRing ring;
    private final SigningKeyFactory keyFactory;
    private final KeyTransitions transitions;
    private final StoredKeyRepository repository;
    private final KeySchedule schedule;

    KeyRotation(
            KeyRing ring,
            SigningKeyFactory keyFactory,
            KeyTransitions transitions,
            StoredKeyRepository repository,
            KeySchedule schedule) {
        this.ring = ring;
        this.keyFactory = keyFactory;
        this.transitions = transitions;
        this.repository = repository;
        this.schedule = schedule;
    }

    /**
     * Announces a successor of each algorithm's active key unless one is already announced. With {@code immediate}, the
     * successor signs at once although caches may not have it yet.
     *
     * @param algorithm the algorithm to rotate, or null for all
     * @throws ServiceException {@code invalid_request} if the algorithm is not configured
     */
    public KeyRotationResult rotate(@Nullable JwsAlgorithm algorithm, boolean immediate, @Nullable UUID actor) {
        List<JwsAlgorithm> algorithms = algorithm == null ? schedule.algorithms() : List.of(algorithm);
        if (!schedule.algorithms().containsAll(algorithms)) {
            throw ServiceException.invalidMember("alg", "alg is not in signet.keys.algorithms");
        }
        PublishedKeys before = ring.reload();
        boolean changed = false;
        for (JwsAlgorithm each : algorithms) {
            changed |= immediate ? replace(before, each, actor) : announce(before, each, actor);
        }
        PublishedKeys after = ring.reload();
        List<KeyRecord> successors = new ArrayList<>();
        for (JwsAlgorithm each : algorithms) {
            KeyRecord announced = immediate ? null : after.announced(each);
            successors.add(announced == null ? active(after, each) : announced);
        }
        return new KeyRotationResult(List.copyOf(successors), changed);
    }

    private boolean announce(PublishedKeys now, JwsAlgorithm algorithm, @Nullable UUID actor) {
        KeyRecord active = active(now, algorithm);
        return now.announced(algorithm) == null && transitions.announce(active, keyFactory.generate(algorithm), actor);
    }

    private boolean replace(PublishedKeys now, JwsAlgorithm algorithm, @Nullable UUID actor) {
        KeyRecord active = active(now, algorithm);
        KeyRecord announced = now.announced(algorithm);
        return announced == null
                ? transitions.replace(active, keyFactory.generate(algorithm), actor)
                : transitions.activateSuccessor(active, announced, actor);
    }

    /**
     * Withdraws a key at once. If it was the active key, its successor signs at once: the announced one, which caches
     * already have, or otherwise a new one.
     *
     * @throws ServiceException {@code not_found} if there is no such key, {@code conflict} if it is destroyed
     */
    public KeyRecord compromise(String kid, @Nullable UUID actor) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            KeyRecord key = find(kid);
            if (key.state() == KeyState.DESTROYED) {
                throw new ServiceException(ErrorCode.CONFLICT, "the key is destroyed");
            }
            if (key.state() == KeyState.COMPROMISED || withdraw(key, actor)) {
                ring.reload();
                return find(kid);
            }
        }
        throw unavailable("the key was changed by concurrent requests");
    }

    private boolean withdraw(KeyRecord key, @Nullable UUID actor) {
        if (key.state() != KeyState.ACTIVE) {
            return transitions.compromise(key, actor);
        }
        KeyRecord announced = ring.reload().announced(key.algorithm());
        return announced == null
                ? transitions.compromise(key, keyFactory.generate(key.algorithm()), actor)
                : transitions.compromise(key, announced, actor);
    }

    /**
     * Returns a key in any state.
     *
     * @throws ServiceException {@code not_found}
     */
    public KeyRecord find(String kid) {
        KeyRecord key = repository.findRecord(kid);
        if (key == null) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "key not found");
        }
        return key;
    }

    /** Returns all keys that ever existed, newest first. */
    public Page<KeyRecord> list(PageRequest request) {
        return repository.newestFirst(request);
    }

    private static KeyRecord active(PublishedKeys now, JwsAlgorithm algorithm) {
        KeyRecord active = now.active(algorithm);
        if (active == null) {
            throw unavailable("no active key for " + algorithm.wireName());
        }
        return active;
    }

    private static ServiceException unavailable(String reason) {
        return new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, reason);
    }
}
