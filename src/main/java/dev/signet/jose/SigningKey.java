package dev.signet.jose;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A private key ready to sign with, beside its public JWK; printing one shows its {@code kid} only. */
public final class SigningKey {

    private final Jwk publicJwk;
    private final PrivateKey key;
    private final Primitives primitives;

    SigningKey(Jwk publicJwk, PrivateKey key, Primitives primitives) {
        this.publicJwk = publicJwk;
        this.key = key;
        this.primitives = primitives;
    }

    public String kid() {
        return publicJwk.kid();
    }

    public JwsAlgorithm algorithm() {
        return publicJwk.algorithm();
    }

    public Jwk publicJwk() {
        return publicJwk;
    }

    /** PKCS#8 in the clear: for sealing before it is stored, and nothing else. */
    public byte[] encodedPrivateKey() {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalStateException("the private key " + kid() + " cannot be encoded");
        }
        return encoded;
    }

    /** A signer of compact JWTs under this key, to be kept as long as the key signs. */
    public JwtSigner signer() {
        return new CompactSigner(this);
    }

    /** The JWS signature octets of the message (RFC 7518 section 3). */
    byte[] sign(byte[] message) {
        try {
            Signature signer = primitives.signature(algorithm());
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with key " + kid() + " failed", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
