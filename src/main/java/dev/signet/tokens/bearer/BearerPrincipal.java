package dev.signet.tokens.bearer;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * The claims of a verified access token or an alternative bearer credential, as the MicroProfile JWT {@code
 * JsonWebToken} that endpoints inject.
 */
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

    /**
     * Returns the principal of a token. Its name is {@code upn}, as MicroProfile JWT requires, or {@code sub} for a
     * client.
     */
    static BearerPrincipal of(VerifiedJwt token) {
        return new BearerPrincipal(token.compact(), token.claims());
    }

    /** Returns the principal of an alternative bearer credential. Endpoints cannot read the credential itself. */
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

    // MicroProfile JWT requires sets for aud and groups.
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
