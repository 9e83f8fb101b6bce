package dev.signet.oauth.request;

import java.util.Optional;

/** Maps claims that are requested by name to the scopes they belong to; implemented by the package that releases them. */
public interface ClaimScopes {

    /** The scope that releases a claim (OpenID Connect Core §5.4); empty if no scope does. */
    Optional<String> scopeOf(String claim);
}
