package dev.signet.keys.encryption;

import dev.signet.jose.jwk.Jwk;

/** Creates sealed keys for tests. */
public final class SealedKeys {

    private SealedKeys() {}

    /** Returns a key whose private half cannot be decrypted. */
    public static SealedKey undecryptable(Jwk jwk) {
        return new SealedKey(jwk, new byte[] {1});
    }
}
