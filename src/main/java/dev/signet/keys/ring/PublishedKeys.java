package dev.signet.keys.ring;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeyState;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The keys in the JWK Set at one moment.
 *
 * @param keys the keys, oldest first
 */
public record PublishedKeys(List<KeyRecord> keys) {

    /** Returns the key of an algorithm that signs; null if there is none. */
    public @Nullable KeyRecord active(JwsAlgorithm algorithm) {
        return find(algorithm, KeyState.ACTIVE);
    }

    /** Returns the announced successor of the key of an algorithm; null if there is none. */
    public @Nullable KeyRecord announced(JwsAlgorithm algorithm) {
        return find(algorithm, KeyState.PRE_ACTIVE);
    }

    private @Nullable KeyRecord find(JwsAlgorithm algorithm, KeyState state) {
        for (KeyRecord key : keys) {
            if (key.algorithm() == algorithm && key.state() == state) {
                return key;
            }
        }
        return null;
    }
}
