package dev.signet.oidc.idtoken;

import dev.signet.clients.RoleRelease;
import dev.signet.clients.Scope;
import dev.signet.oauth.token.IssuedGrant;
import dev.signet.oauth.token.TokenResponseExtension;
import dev.signet.oidc.claims.ClaimsRequests;
import dev.signet.oidc.claims.StandardClaim;
import jakarta.inject.Singleton;

import java.util.Map;
import java.util.Set;

/**
 * Extension that adds {@code id_token} to a token response with the scope {@code openid} (OpenID Connect Core §3.1.3.3,
 * §12.2).
 */
@Singleton
final class IdTokenResponseExtension implements TokenResponseExtension {

    private final IdTokens idTokens;
    private final ClaimsRequests requests;

    IdTokenResponseExtension(IdTokens idTokens, ClaimsRequests requests) {
        this.idTokens = idTokens;
        this.requests = requests;
    }

    @Override
    public void extend(IssuedGrant grant, Map<String, Object> response) {
        Scope scope = grant.sessionGrant().authorization().scope();
        if (scope.contains("openid")) {
            Set<StandardClaim> claims = requests.inIdToken(grant.claimsRequest(), scope);
            if (scope.contains(RoleRelease.SCOPE)) {
                claims.add(StandardClaim.GROUPS);
            }
            response.put("id_token", idTokens.issue(grant, claims));
        }
    }
}
