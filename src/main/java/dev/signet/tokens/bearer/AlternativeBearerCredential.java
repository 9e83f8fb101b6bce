package dev.signet.tokens.bearer;

import dev.signet.jose.ClaimsSet;

import java.util.UUID;

/**
 * Alternative bearer credential: the content of a credential that is accepted in place of an access token.
 *
 * @param claims the claims that an access token in its place would have, without a session
 * @param sessionId the id under which all tokens exchanged for it are revoked
 */
public record AlternativeBearerCredential(ClaimsSet claims, UUID sessionId) {

    /** Returns the claims with the session id, for the tokens that are exchanged for the credential. */
    public ClaimsSet claimsForExchange() {
        return claims.toBuilder().claim("sid", sessionId.toString()).build();
    }
}
