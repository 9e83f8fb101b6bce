package dev.signet.keys.encryption;

import dev.signet.jose.jwk.Jwk;

/** A new key ready to be stored: its public half, and its private half encrypted. */
public final class SealedKey {

    private final Jwk jwk;
    private final byte[] sealedPrivateKey;

    SealedKey(Jwk jwk, byte[] sealedPrivateKey) {
        this.jwk = jwk;
        this.sealedPrivateKey = sealedPrivateKey;
    }

    /** Returns the public half. */
    public Jwk jwk() {
        return jwk;
    }

    /** Returns the encrypted private half. */
    public byte[] sealedPrivateKey() {
        return sealedPrivateKey;
    }

    @Override
    public String toString() {
        return "SealedKey[" + jwk.kid() + "]";
    }
}
