package dev.signet.jose;

import dev.signet.jose.jwk.Ed25519Members;
import dev.signet.jose.jwk.Jwk;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.jose.jwk.MlDsaMembers;
import dev.signet.jose.jwk.P256;
import dev.signet.jose.provider.Primitives;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * A public key for verification. It determines the algorithm; the token cannot choose it. {@link JwtVerifier} uses it
 * to verify tokens.
 */
public final class VerificationKey {

    private final Jwk jwk;
    private final PublicKey key;
    private final Primitives primitives;

    VerificationKey(Jwk jwk, PublicKey key, Primitives primitives) {
        this.jwk = jwk;
        this.key = key;
        this.primitives = primitives;
    }

    public String kid() {
        return jwk.kid();
    }

    public JwsAlgorithm algorithm() {
        return jwk.algorithm();
    }

    public Jwk jwk() {
        return jwk;
    }

    /**
     * Returns true if the octets are this key's signature of the message (RFC 7515 §5.2 step 8), in the form of JWS (RFC
     * 7518 §3). Only for messages that are not tokens, such as the assertion of a passkey.
     */
    public boolean verify(byte[] message, byte[] signature) {
        if (!hasValidForm(signature)) {
            return false;
        }
        try {
            Signature verifier = primitives.signature(algorithm());
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            // Providers throw for octets that cannot be a signature; the signature is invalid like any other.
            return false;
        }
    }

    /**
     * Checks the length and range of a signature, which not every provider does: JDK 17 accepts an Ed25519 signature
     * with a trailing zero octet.
     */
    private boolean hasValidForm(byte[] signature) {
        return switch (algorithm()) {
            case RS256 -> true;
            case ES256 -> P256.isSignature(signature);
            case ED25519 -> signature.length == Ed25519Members.SIGNATURE_BYTES;
            case ML_DSA_65 -> signature.length == MlDsaMembers.SIGNATURE_BYTES;
        };
    }

    @Override
    public String toString() {
        return "VerificationKey[" + kid() + "]";
    }
}
