package dev.signet.login;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets nobody administer Signet through an OAuth client: whoever signs an administrator in to some application does not get to be
 * the administrator here. A token of the first-party login has its account's roles, a client's own token the client's.
 */
@ApplicationScoped
class BorrowedRoles implements SecurityIdentityAugmentor {

    private final String loginClientId;

    BorrowedRoles(LoginConfig config) {
        this.loginClientId = config.clientId();
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean borrowed = identity.getPrincipal() instanceof JsonWebToken token && isBorrowed(token);
        return Uni.createFrom().item(borrowed ? withoutRoles(identity) : identity);
    }

    private boolean isBorrowed(JsonWebToken token) {
        boolean givenToAClient = token.containsClaim("sid") && !loginClientId.equals(token.getClaim("client_id"));
        return givenToAClient || token.containsClaim("act");
    }

    private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build();
    }
}
