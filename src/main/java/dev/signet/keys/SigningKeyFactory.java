package dev.signet.keys;

import dev.signet.jose.SignatureEngine;
import dev.signet.jose.SigningKey;
import dev.signet.jose.VerificationKey;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.secrets.BrokenSealException;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Arrays;

/** Generates and seals signing keys, and opens sealed ones. Private keys are unencrypted only here. */
@ApplicationScoped
class SigningKeyFactory {

    private final SignatureEngine engine;
    private final KeyEncryptionKey encryptionKey;

    SigningKeyFactory(SignatureEngine engine, KeyEncryptionKey encryptionKey) {
        this.engine = engine;
        this.encryptionKey = encryptionKey;
    }

    /** Generates a key, which takes up to several seconds for RSA: never call it within a transaction. */
    SealedKey generate(JwsAlgorithm algorithm) {
        return encryptionKey.seal(engine.generate(algorithm));
    }

    SigningKey open(Jwk jwk, byte[] sealed) {
        byte[] encoded;
        try {
            encoded = encryptionKey.open(jwk, sealed);
        } catch (BrokenSealException e) {
            throw new IllegalStateException(
                    "the private half of signing key " + jwk.kid() + " cannot be decrypted: its row was changed", e);
        }
        try {
            return engine.decode(jwk, encoded);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** Returns true if this runtime supports the algorithm. */
    boolean supports(JwsAlgorithm algorithm) {
        return engine.supports(algorithm);
    }

    VerificationKey verificationKey(Jwk jwk) {
        return engine.verificationKey(jwk);
    }
}
