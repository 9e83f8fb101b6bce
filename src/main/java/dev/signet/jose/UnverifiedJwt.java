package dev.signet.jose;

import java.util.Optional;

/** A string that has the form of a JWT; nothing in it is true yet, so it shows no more than is needed to find the key. */
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

    /** Who claims to have issued it, so that the keys can be looked up by which to find out whether he did. */
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
