package dev.signet.tokens;

import dev.signet.jose.VerifiedJwt;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;

/** A verified access token as the MicroProfile JWT {@code JsonWebToken} that endpoints inject. */
final class BearerPrincipal extends JWTCallerPrincipal {

    private final String name;
    private final VerifiedJwt token;
    private final Map<String, Object> claims;

    private BearerPrincipal(String name, VerifiedJwt token) {
        super(token.compact(), "Bearer");
        this.name = name;
        this.token = token;
        this.claims = token.claims().asMap();
    }

    /** Named as MicroProfile JWT asks: by {@code upn}, or, a client, by {@code sub}. */
    static BearerPrincipal of(VerifiedJwt token) {
        return new BearerPrincipal(
                token.claims()
                        .string("upn")
                        .or(() -> token.claims().string("sub"))
                        .orElse(""),
                token);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return claims.keySet();
    }

    // MicroProfile JWT has aud and groups as sets.
    @Override
    protected @Nullable Object getClaimValue(String claim) {
        return switch (claim) {
            case "raw_token" -> token.compact();
            case "aud", "groups" -> new LinkedHashSet<>(token.claims().strings(claim));
            default -> claims.get(claim);
        };
    }

    @Override
    public String toString() {
        return token.toString();
    }
}
