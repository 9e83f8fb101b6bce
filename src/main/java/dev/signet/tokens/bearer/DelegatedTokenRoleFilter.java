package dev.signet.tokens.bearer;

import dev.signet.clients.FirstPartyClient;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Removes roles from access tokens that OAuth clients received for users: a client in which an administrator signs in
 * cannot administer Signet. A token of the first-party login has the roles of its account, a client's own token the
 * roles of the client.
 */
@ApplicationScoped
class DelegatedTokenRoleFilter implements SecurityIdentityAugmentor {

    private final String firstPartyClientId;

    DelegatedTokenRoleFilter(FirstPartyClient firstPartyClient) {
        this.firstPartyClientId = firstPartyClient.clientId();
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean delegated = identity.getPrincipal() instanceof JsonWebToken token && isDelegated(token);
        return Uni.createFrom().item(delegated ? withoutRoles(identity) : identity);
    }

    private boolean isDelegated(JsonWebToken token) {
        boolean issuedToClient = token.containsClaim("sid") && !firstPartyClientId.equals(token.getClaim("client_id"));
        return issuedToClient || token.containsClaim("act");
    }

    private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }
}
