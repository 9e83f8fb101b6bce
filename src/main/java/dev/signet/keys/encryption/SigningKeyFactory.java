package dev.signet.keys.encryption;

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
public class SigningKeyFactory {

    private final SignatureEngine engine;
    private final KeyEncryptionKey encryptionKey;

    SigningKeyFactory(SignatureEngine engine, KeyEncryptionKey encryptionKey) {
        this.engine = engine;
        this.encryptionKey = encryptionKey;
    }

    /** Generates a key, which takes up to several seconds for RSA: never call it within a transaction. */
    public SealedKey generate(JwsAlgorithm algorithm) {
        return encryptionKey.seal(engine.generate(algorithm));
    }

    /** Decrypts a sealed key. */
    public SigningKey open(Jwk jwk, byte[] sealed) {
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
    public boolean supports(JwsAlgorithm algorithm) {
        return engine.supports(algorithm);
    }

    /** Returns the key that verifies the signatures of a public key. */
    public VerificationKey verificationKey(Jwk jwk) {
        return engine.verificationKey(jwk);
    }
}
