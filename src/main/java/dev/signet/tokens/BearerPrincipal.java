package dev.signet.tokens;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;

/** A verified access token, or what stands in its place, as the MicroProfile JWT {@code JsonWebToken} that endpoints inject. */
final class BearerPrincipal extends JWTCallerPrincipal {

    private final String name;
    private final String compact;
    private final ClaimsSet claims;

    private BearerPrincipal(String compact, ClaimsSet claims) {
        super(compact, "Bearer");
        this.compact = compact;
        this.name = claims.string("upn").or(() -> claims.string("sub")).orElse("");
        this.claims = claims;
    }

    /** Named as MicroProfile JWT asks: by {@code upn}, or, a client, by {@code sub}. */
    static BearerPrincipal of(VerifiedJwt token) {
        return new BearerPrincipal(token.compact(), token.claims());
    }

    /** What a credential in place of an access token stands for; the credential itself is nobody's to read. */
    static BearerPrincipal of(ClaimsSet claims) {
        return new BearerPrincipal("", claims);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return claims.asMap().keySet();
    }

    // MicroProfile JWT has aud and groups as sets.
    @Override
    protected @Nullable Object getClaimValue(String claim) {
        return switch (claim) {
            case "raw_token" -> compact;
            case "aud", "groups" -> new LinkedHashSet<>(claims.strings(claim));
            default -> claims.asMap().get(claim);
        };
    }

    @Override
    public String toString() {
        return claims.string("jti").orElse("");
    }
}
