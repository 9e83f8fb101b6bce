package dev.signet.tokens;

import dev.signet.jose.ClaimsSet;

import java.util.UUID;

/**
 * What a credential that is no access token stands for.
 *
 * @param claims what an access token in its place would say, but for a session
 * @param sessionId under which the tokens exchanged for it are revoked, all at once
 */
public record StandIn(ClaimsSet claims, UUID sessionId) {

    /** The claims with the session, as the tokens that are exchanged for it go by. */
    public ClaimsSet exchangeable() {
        return claims.toBuilder().claim("sid", sessionId.toString()).build();
    }
}
