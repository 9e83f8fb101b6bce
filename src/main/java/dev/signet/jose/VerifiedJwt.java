package dev.signet.jose;

/** A JWT whose signature and claims a {@link JwtVerifier} has accepted; no other class creates instances. */
public final class VerifiedJwt {

    private final JwsHeader header;
    private final ClaimsSet claims;
    private final String compact;
    private final VerificationKey key;

    VerifiedJwt(JwsHeader header, ClaimsSet claims, String compact, VerificationKey key) {
        this.header = header;
        this.claims = claims;
        this.compact = compact;
        this.key = key;
    }

    public JwsHeader header() {
        return header;
    }

    public ClaimsSet claims() {
        return claims;
    }

    /** Returns the presented token. It is a credential: do not log it. */
    public String compact() {
        return compact;
    }

    VerificationKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "VerifiedJwt" + claims.string("jti").map(jti -> "[" + jti + "]").orElse("");
    }
}
