package dev.signet.tokens.bearer;

import dev.signet.error.ServiceException;
import dev.signet.jose.VerifiedJwt;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.dpop.DpopBoundTokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.LinkedHashSet;

/** Authentication of a key-bound access token, after the DPoP proof has shown that its presenter holds the key. */
@ApplicationScoped
class DpopIdentityProvider implements IdentityProvider<DpopAuthenticationRequest> {

    private final AccessTokenVerifier verifier;
    private final DpopBoundTokens boundTokens;

    DpopIdentityProvider(AccessTokenVerifier verifier, DpopBoundTokens boundTokens) {
        this.verifier = verifier;
        this.boundTokens = boundTokens;
    }

    @Override
    public Class<DpopAuthenticationRequest> getRequestType() {
        return DpopAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(DpopAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(DpopAuthenticationRequest request) {
        try {
            VerifiedJwt token = boundTokens.requireProof(verifier.verifyOwn(request.accessToken()), request.proof());
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(BearerPrincipal.of(token))
                    .addRoles(new LinkedHashSet<>(token.claims().strings("groups")))
                    .build();
        } catch (ServiceException e) {
            throw new AuthenticationFailedException(e);
        }
    }
}
