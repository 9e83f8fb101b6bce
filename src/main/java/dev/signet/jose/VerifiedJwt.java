package dev.signet.jose;

/** A JWT whose signature and claims a {@link JwtVerifier} has accepted; nothing else can make one. */
public final class VerifiedJwt {

    private final JwsHeader header;
    private final ClaimsSet claims;
    private final String compact;

    VerifiedJwt(JwsHeader header, ClaimsSet claims, String compact) {
        this.header = header;
        this.claims = claims;
        this.compact = compact;
    }

    public JwsHeader header() {
        return header;
    }

    public ClaimsSet claims() {
        return claims;
    }

    /** The token as it was presented: a credential, not for logs. */
    public String compact() {
        return compact;
    }

    @Override
    public String toString() {
        return "VerifiedJwt" + claims.string("jti").map(jti -> "[" + jti + "]").orElse("");
    }
}
