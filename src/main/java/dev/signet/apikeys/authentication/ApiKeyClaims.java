package dev.signet.apikeys.authentication;

import dev.signet.accounts.Account;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.jose.ClaimsSet;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;

/**
 * The claims of the access token that an API key represents. They describe no authentication, because no user was
 * present.
 */
@Singleton
public final class ApiKeyClaims {

    /** The {@code client_id} of API keys; no client can be registered with it, because of the colon. */
    public static final String CLIENT_ID = "signet:api-key";

    private final String issuer;
    private final ApiKeyRoles roles;

    ApiKeyClaims(Issuer issuer, ApiKeyRoles roles) {
        this.issuer = issuer.value();
        this.roles = roles;
    }

    ClaimsSet of(PresentedApiKey key) {
        Account owner = key.owner();
        ClaimsSet.Builder claims =
                ClaimsSet.builder().claim("iss", issuer).claim("sub", owner.id().toString());
        List<String> audience = SpaceSeparatedValues.split(key.audience());
        if (audience.size() == 1) {
            claims.claim("aud", audience.get(0));
        } else {
            claims.claim("aud", audience);
        }
        Instant end = key.endsAt();
        if (end != null) {
            claims.claim("exp", end);
        }
        claims.claim("iat", key.issuedAt()).claim("jti", key.id().toString()).claim("client_id", CLIENT_ID);
        if (!key.scope().isEmpty()) {
            claims.claim("scope", key.scope().toString());
        }
        claims.claim("upn", owner.username())
                .claim(
                        "groups",
                        roles.effective(SpaceSeparatedValues.split(key.roles()), owner).stream()
                                .sorted()
                                .toList());
        String email = owner.email();
        if (email != null && key.scope().contains("email")) {
            claims.claim("email", email).claim("email_verified", owner.emailVerified());
        }
        return claims.build();
    }
}
