package dev.signet.tokens.bearer;

import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.issuer.Issuer;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.Set;

/**
 * Authentication mechanism for {@code Authorization: DPoP} at Signet's own endpoints (RFC 9449 §7.1). It ignores all
 * other schemes.
 */
@ApplicationScoped
class DpopAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "dpop ";

    private final Issuer issuer;

    DpopAuthenticationMechanism(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        HttpServerRequest request = exchange.request();
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Uni.createFrom().nullItem();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        PresentedProof proof = new PresentedProof(
                request.headers().getAll("DPoP"), request.method().name(), issuer.url(request.path()), token);
        return identities.authenticate(
                HttpSecurityUtils.setRoutingContextAttribute(new DpopAuthenticationRequest(token, proof), exchange));
    }

    // The error mapper writes the challenge, because it knows the error.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(DpopAuthenticationRequest.class);
    }
}
