package dev.signet.oauth.token;

import java.util.Map;

/** Extension of token responses for users. OpenID Connect adds an ID Token by it (OpenID Connect Core §3.1.3.3). */
public interface TokenResponseExtension {

    /**
     * Adds members to a token response. Runs within the transaction of the grant if it has one, so that an exception
     * leaves the code unused.
     */
    void extend(IssuedGrant grant, Map<String, Object> response);
}
