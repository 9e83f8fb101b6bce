package dev.signet.jose;

import dev.signet.jose.json.MalformedInputException;
import dev.signet.jose.jwk.InvalidJwkException;
import dev.signet.jose.jwk.Jwk;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;

import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;
import static dev.signet.jose.JwtRejectedException.Reason.TYPE;
import static dev.signet.jose.JwtRejectedException.Reason.UNKNOWN_KEY;

/**
 * Verifies a JWT with the public key in its own header: a proof of possession (RFC 9449 §4.2). No other class uses a
 * token's own key; {@link JwtVerifier} rejects tokens that contain one.
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
        if (!header.typ().map(type::matchesHeader).orElse(false)) {
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

    // The key has no algorithm or that of the header, so the algorithm of the header must match the type of the key.
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
