package dev.signet.jose;

import dev.signet.jose.jwk.Jwk;

/**
 * A JWT that was verified with the key in its own header. It proves only that its sender holds that key. Only {@link
 * KeyProofVerifier} creates instances.
 */
public final class KeyProof {

    private final Jwk key;
    private final ClaimsSet claims;

    KeyProof(Jwk key, ClaimsSet claims) {
        this.key = key;
        this.claims = claims;
    }

    /** Returns the RFC 7638 thumbprint of the key. */
    public String thumbprint() {
        return key.thumbprint();
    }

    /** Returns the claims of the key's holder. The caller must check that they are true and recent. */
    public ClaimsSet claims() {
        return claims;
    }

    @Override
    public String toString() {
        return "KeyProof[" + thumbprint() + "]";
    }
}
