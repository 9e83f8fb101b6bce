package dev.signet.keys;

import dev.signet.jose.jwk.Jwk;

/** A new key ready to be stored: its public half, and its private half encrypted. */
final class SealedKey {

    private final Jwk jwk;
    private final byte[] sealedPrivateKey;

    SealedKey(Jwk jwk, byte[] sealedPrivateKey) {
        this.jwk = jwk;
        this.sealedPrivateKey = sealedPrivateKey;
    }

    Jwk jwk() {
        return jwk;
    }

    byte[] sealedPrivateKey() {
        return sealedPrivateKey;
    }

    @Override
    public String toString() {
        return "SealedKey[" + jwk.kid() + "]";
    }
}
