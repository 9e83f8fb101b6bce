package dev.signet.jose;

/** A JWT whose signature and claims a {@link JwtVerifier} has accepted; nothing else can make one. */
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

    /** The token as it was presented: a credential, not for logs. */
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
