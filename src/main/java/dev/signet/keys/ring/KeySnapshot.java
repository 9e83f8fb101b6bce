package dev.signet.keys.ring;

import dev.signet.jose.JwtSigner;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.JwsAlgorithm;

import java.time.Duration;
import java.util.Map;

/**
 * The published keys with their signers, verification keys and JWK Set; each reload replaces it.
 *
 * @param checkedAt uptime of the last comparison with the database
 */
record KeySnapshot(
        PublishedKeys published,
        Map<JwsAlgorithm, JwtSigner> signers,
        Map<String, VerificationKey> verificationKeys,
        JwksDocument jwks,
        Duration checkedAt) {

    KeySnapshot withCheckedAt(Duration uptime) {
        return new KeySnapshot(published, signers, verificationKeys, jwks, uptime);
    }
}
