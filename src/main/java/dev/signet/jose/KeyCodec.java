package dev.signet.jose;

import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.provider.Primitives;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Converts JWKs and PKCS#8 into keys of one provider; callers keep the keys because parsing is expensive. */
final class KeyCodec {

    private static final byte[] PROBE = {'s', 'i', 'g', 'n', 'e', 't'};

    private final Primitives primitives;

    KeyCodec(Primitives primitives) {
        this.primitives = primitives;
    }

    VerificationKey verificationKey(Jwk jwk) {
        try {
            PublicKey key = jwk.material().key(primitives.keyFactory(jwk.algorithm()));
            return new VerificationKey(jwk, key, primitives);
        } catch (GeneralSecurityException e) {
            throw new InvalidJwkException("the public key " + jwk.kid() + " cannot be used");
        }
    }

    SigningKey signingKey(Jwk publicJwk, byte[] pkcs8) {
        try {
            PrivateKey key =
                    primitives.keyFactory(publicJwk.algorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return signingKey(publicJwk, key);
        } catch (GeneralSecurityException e) {
            // The cause is omitted, because its message may contain parts of the key.
            throw new IllegalArgumentException("the private key " + publicJwk.kid() + " cannot be read");
        }
    }

    /** Checks that both halves are a pair: tokens signed with the private half of another key could not be verified. */
    SigningKey signingKey(Jwk publicJwk, PrivateKey key) {
        SigningKey signingKey = new SigningKey(publicJwk, key, primitives);
        if (!verificationKey(publicJwk).verify(PROBE, signingKey.sign(PROBE))) {
            throw new IllegalArgumentException("the private key does not belong to the public key " + publicJwk.kid());
        }
        return signingKey;
    }
}
