package dev.signet.oidc.claims;

import dev.signet.oauth.request.ClaimScopes;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Scopes of the standard claims. */
@Singleton
final class StandardClaimScopes implements ClaimScopes {

    @Override
    public Optional<String> scopeOf(String claim) {
        return StandardClaim.ofWire(claim).map(StandardClaim::scope);
    }
}
