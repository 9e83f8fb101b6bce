package dev.signet.jose;

import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.jose.provider.Primitives;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A private key for signing, with its public JWK; its text form shows only the {@code kid}. */
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

    /** Returns the key as unencrypted PKCS#8. Use it only to seal the key before it is stored. */
    public byte[] encodedPrivateKey() {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IllegalStateException("the private key " + kid() + " cannot be encoded");
        }
        return encoded;
    }

    /** Creates a signer of compact JWTs with this key. Keep it as long as the key signs. */
    public JwtSigner signer() {
        return new CompactSigner(this);
    }

    /** Returns the JWS signature octets of the message (RFC 7518 §3). */
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
