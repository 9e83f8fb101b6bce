package dev.signet.jose;

import dev.signet.jose.json.MalformedInputException;

import java.util.Optional;

/**
 * A string with the form of a JWT. Nothing in it is verified, so it offers only the data that is needed to find the
 * key.
 */
public final class UnverifiedJwt {

    private final String compact;
    private final CompactJws jws;

    private UnverifiedJwt(String compact, CompactJws jws) {
        this.compact = compact;
        this.jws = jws;
    }

    public static UnverifiedJwt parse(String compact) throws JwtRejectedException {
        return new UnverifiedJwt(compact, CompactJws.parse(compact));
    }

    public JwsHeader header() {
        return jws.header();
    }

    /** Returns the issuer that the token claims, in order to find the keys that can verify it. */
    public Optional<String> claimedIssuer() {
        try {
            return ClaimsSet.parse(jws.unverifiedPayload()).string("iss");
        } catch (MalformedInputException e) {
            return Optional.empty();
        }
    }

    String compact() {
        return compact;
    }

    CompactJws jws() {
        return jws;
    }

    @Override
    public String toString() {
        return "UnverifiedJwt";
    }
}
