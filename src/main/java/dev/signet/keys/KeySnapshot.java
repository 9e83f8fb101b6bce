package dev.signet.keys;

import dev.signet.jose.JwtSigner;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.JwsAlgorithm;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An immutable snapshot of the published keys; each reload replaces it.
 *
 * @param checkedAt uptime of the last comparison with the database
 */
record KeySnapshot(
        List<KeyRecord> keys,
        Map<JwsAlgorithm, JwtSigner> signers,
        Map<String, VerificationKey> verificationKeys,
        JwksDocument jwks,
        Duration checkedAt) {

    KeySnapshot withCheckedAt(Duration uptime) {
        return new KeySnapshot(keys, signers, verificationKeys, jwks, uptime);
    }

    @Nullable
    KeyRecord active(JwsAlgorithm algorithm) {
        return find(algorithm, KeyState.ACTIVE);
    }

    @Nullable
    KeyRecord announced(JwsAlgorithm algorithm) {
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
