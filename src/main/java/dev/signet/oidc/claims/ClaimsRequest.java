package dev.signet.oidc.claims;

import java.util.EnumSet;
import java.util.Set;

/**
 * The claims a client asked for one by one (OpenID Connect Core §5.5), apart from those Signet does not have and those of a scope
 * the client may not be granted. Essential and voluntary ones are given alike.
 */
public record ClaimsRequest(Set<StandardClaim> idToken, Set<StandardClaim> userInfo) {

    static final ClaimsRequest NONE =
            new ClaimsRequest(EnumSet.noneOf(StandardClaim.class), EnumSet.noneOf(StandardClaim.class));
}
