package dev.signet.apikeys.authentication;

import dev.signet.accounts.Account;
import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.jose.ClaimsSet;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

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

    ClaimsSet of(KeyContents contents, Account owner) {
        ClaimsSet.Builder claims =
                ClaimsSet.builder().claim("iss", issuer).claim("sub", owner.id().toString());
        List<String> audience = SpaceSeparatedValues.split(contents.audience());
        if (audience.size() == 1) {
            claims.claim("aud", audience.get(0));
        } else {
            claims.claim("aud", audience);
        }
        Instant end = contents.endsAt();
        if (end != null) {
            claims.claim("exp", end);
        }
        claims.claim("iat", contents.issuedAt())
                .claim("jti", contents.id().toString())
                .claim("client_id", CLIENT_ID);
        if (!contents.scope().isEmpty()) {
            claims.claim("scope", contents.scope().toString());
        }
        claims.claim("upn", owner.username())
                .claim(
                        "groups",
                        roles.effective(SpaceSeparatedValues.split(contents.roles()), owner).stream()
                                .sorted()
                                .toList());
        String email = owner.email();
        if (email != null && contents.scope().contains("email")) {
            claims.claim("email", email).claim("email_verified", owner.emailVerified());
        }
        return claims.build();
    }

    /**
     * The properties of a key that its owner chose.
     *
     * @param endsAt the expiry of the presented key; a former key expires before its successor
     */
    record KeyContents(
            UUID id,
            Scope scope,
            String audience,
            String roles,
            Instant issuedAt,
            @Nullable Instant endsAt) {}
}
