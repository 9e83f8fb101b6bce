package dev.signet.jose;

import dev.signet.jose.json.MalformedInputException;

import java.time.Clock;
import java.util.Optional;

import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;
import static dev.signet.jose.JwtRejectedException.Reason.TYPE;
import static dev.signet.jose.JwtRejectedException.Reason.UNKNOWN_KEY;

/**
 * Converts a string into a {@link VerifiedJwt}; no other class does. Checks form, type, key, algorithm and signature,
 * then the claims (RFC 7519 §7.2, RFC 8725).
 */
public final class JwtVerifier {

    private final VerificationKeys keys;
    private final JwtPolicy policy;
    private final ClaimsCheck claimsCheck;

    public JwtVerifier(VerificationKeys keys, JwtPolicy policy, Clock clock) {
        this.keys = keys;
        this.policy = policy;
        this.claimsCheck = new ClaimsCheck(policy, clock);
    }

    public VerifiedJwt verify(String compact) throws JwtRejectedException {
        return verify(UnverifiedJwt.parse(compact));
    }

    public VerifiedJwt verify(UnverifiedJwt jwt) throws JwtRejectedException {
        JwsHeader header = jwt.header();
        checkType(header);
        VerificationKey key = key(header);
        byte[] payload = jwt.jws().verify(key);
        ClaimsSet claims = claims(payload);
        claimsCheck.check(claims);
        return new VerifiedJwt(header, claims, jwt.compact(), key);
    }

    /**
     * Verifies a token that a verifier has accepted before. Checks its type, key and claims by the policy of this
     * verifier at the current time. Skips the signature only if the key is still the same object as at the first
     * verification.
     */
    public VerifiedJwt verifyAgain(VerifiedJwt verified) throws JwtRejectedException {
        checkType(verified.header());
        if (key(verified.header()) != verified.key()) {
            return verify(verified.compact());
        }
        claimsCheck.check(verified.claims());
        return verified;
    }

    private void checkType(JwsHeader header) throws JwtRejectedException {
        Optional<String> typ = header.typ();
        if (typ.isEmpty() && policy.acceptsUntyped()) {
            return;
        }
        if (typ.isPresent()) {
            for (JwtType accepted : policy.types()) {
                if (accepted.matchesHeader(typ.get())) {
                    return;
                }
            }
        }
        throw new JwtRejectedException(TYPE, "typ is not accepted");
    }

    private VerificationKey key(JwsHeader header) throws JwtRejectedException {
        Optional<String> kid = header.kid();
        VerificationKey key = kid.isPresent() ? keys.find(kid.get()) : keys.onlyKey();
        if (key == null) {
            throw new JwtRejectedException(UNKNOWN_KEY, kid.isPresent() ? "kid is unknown" : "kid is missing");
        }
        return key;
    }

    private ClaimsSet claims(byte[] payload) throws JwtRejectedException {
        try {
            return ClaimsSet.parse(payload, policy.acceptsNullMembers());
        } catch (MalformedInputException e) {
            throw new JwtRejectedException(MALFORMED, "claims: " + e.detail());
        }
    }
}
