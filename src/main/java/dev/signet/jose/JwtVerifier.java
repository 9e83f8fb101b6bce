package dev.signet.jose;

import java.time.Clock;
import java.util.Optional;

import static dev.signet.jose.JwtRejectedException.Reason.MALFORMED;
import static dev.signet.jose.JwtRejectedException.Reason.TYPE;
import static dev.signet.jose.JwtRejectedException.Reason.UNKNOWN_KEY;

/** The one way from a string to a {@link VerifiedJwt}: form, type, key, algorithm, signature, then claims (RFC 7519 section 7.2, RFC 8725). */
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
     * Judges anew a token that was verified before, by whomever: type, key and claims by this verifier's policy and the present
     * time. Its signature is computed again unless this verifier still finds the very key it was verified with.
     */
    public VerifiedJwt verifyAgain(VerifiedJwt known) throws JwtRejectedException {
        checkType(known.header());
        if (key(known.header()) != known.key()) {
            return verify(known.compact());
        }
        claimsCheck.check(known.claims());
        return known;
    }

    private void checkType(JwsHeader header) throws JwtRejectedException {
        Optional<String> typ = header.typ();
        if (typ.isEmpty() && policy.acceptsUntyped()) {
            return;
        }
        if (typ.isPresent()) {
            for (JwtType accepted : policy.types()) {
                if (accepted.isNamedBy(typ.get())) {
                    return;
                }
            }
        }
        throw new JwtRejectedException(TYPE, "typ is not accepted");
    }

    private VerificationKey key(JwsHeader header) throws JwtRejectedException {
        Optional<String> kid = header.kid();
        VerificationKey key = kid.isPresent() ? keys.find(kid.get()) : keys.only();
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
