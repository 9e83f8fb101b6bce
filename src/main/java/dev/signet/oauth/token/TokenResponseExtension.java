package dev.signet.oauth.token;

import java.util.Map;

/** Adds to the answer of a grant that speaks of a person, as OpenID Connect adds an ID Token (OpenID Connect Core §3.1.3.3). */
public interface TokenResponseExtension {

    /** Adds members, within the transaction of the grant if it has one, so that an exception leaves the code unused. */
    void extend(IssuedGrant grant, Map<String, Object> response);
}
