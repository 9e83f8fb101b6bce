package dev.signet.oauth.request;

import java.util.Optional;

/** Maps claims that are requested by name to their scopes; {@code oidc.claims} implements it. */
public interface ClaimScopes {

    /** Returns the scope that releases a claim (OpenID Connect Core §5.4); empty if no scope does. */
    Optional<String> scopeOf(String claim);
}
