package dev.signet.jose;

/**
 * A JWT whose signature is that of the key it brings along: it shows that its sender holds that key, and nothing else. Only a
 * {@link KeyProofVerifier} makes one.
 */
public final class KeyProof {

    private final Jwk key;
    private final ClaimsSet claims;

    KeyProof(Jwk key, ClaimsSet claims) {
        this.key = key;
        this.claims = claims;
    }

    /** The RFC 7638 thumbprint of the key. */
    public String thumbprint() {
        return key.thumbprint();
    }

    /** What the holder of the key said; whether it is true and fresh is for the caller to judge. */
    public ClaimsSet claims() {
        return claims;
    }

    @Override
    public String toString() {
        return "KeyProof[" + thumbprint() + "]";
    }
}
