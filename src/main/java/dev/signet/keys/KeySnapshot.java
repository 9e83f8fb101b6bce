package dev.signet.keys;

import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtSigner;
import dev.signet.jose.VerificationKey;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that is in use of the key table at one moment; never changed, only replaced.
 *
 * @param checkedAt the uptime when the table was last asked whether this is still so
 */
record KeySnapshot(
        List<KeyRecord> keys,
        Map<JwsAlgorithm, JwtSigner> signers,
        Map<String, VerificationKey> verificationKeys,
        JwksDocument jwks,
        Duration checkedAt) {

    KeySnapshot checkedAgain(Duration uptime) {
        return new KeySnapshot(keys, signers, verificationKeys, jwks, uptime);
    }

    @Nullable
    KeyRecord active(JwsAlgorithm algorithm) {
        return only(algorithm, KeyState.ACTIVE);
    }

    @Nullable
    KeyRecord announced(JwsAlgorithm algorithm) {
        return only(algorithm, KeyState.PRE_ACTIVE);
    }

    private @Nullable KeyRecord only(JwsAlgorithm algorithm, KeyState state) {
        for (KeyRecord key : keys) {
            if (key.algorithm() == algorithm && key.state() == state) {
                return key;
            }
        }
        return null;
    }
}
