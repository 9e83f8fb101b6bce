package dev.signet.jose;

import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;

import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;
import static dev.signet.jose.JwtRejectedException.Reason.TYPE;
import static dev.signet.jose.JwtRejectedException.Reason.UNKNOWN_KEY;

/**
 * Verifies a JWT under the public key in its own header, which a proof of possession brings (RFC 9449 §4.2). The one place where
 * a token's own key counts for anything; every other JWT goes to {@link JwtVerifier}, which refuses one.
 */
@Singleton
public final class KeyProofVerifier {

    private final SignatureEngine engine;

    KeyProofVerifier(SignatureEngine engine) {
        this.engine = engine;
    }

    public KeyProof verify(String compact, JwtType type) throws JwtRejectedException {
        CompactJws jws = CompactJws.parseWithKey(compact);
        JwsHeader header = jws.header();
        if (!header.typ().map(type::isNamedBy).orElse(false)) {
            throw new JwtRejectedException(TYPE, "typ is not " + type.typ());
        }
        VerificationKey key = key(header);
        byte[] payload = jws.verify(key);
        try {
            return new KeyProof(key.jwk(), ClaimsSet.parse(payload));
        } catch (MalformedInputException e) {
            throw new JwtRejectedException(MALFORMED, "claims: " + e.detail());
        }
    }

    // The key says no algorithm or the header's, so the header's has to be one that fits the type of the key.
    private VerificationKey key(JwsHeader header) throws JwtRejectedException {
        Map<String, Object> members = new LinkedHashMap<>(header.key());
        members.putIfAbsent("alg", header.alg());
        try {
            return engine.verificationKey(Jwk.parse(members));
        } catch (InvalidJwkException e) {
            throw new JwtRejectedException(UNKNOWN_KEY, String.valueOf(e.getMessage()));
        }
    }
}
