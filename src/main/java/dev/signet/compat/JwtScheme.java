package dev.signet.compat;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;
import java.util.Set;

/**
 * Accepts {@code Authorization: JWT} like {@code Bearer}, for clients of djangorestframework-jwt, if that profile is
 * enabled.
 */
@ApplicationScoped
class JwtScheme implements HttpAuthenticationMechanism {

    private static final String SCHEME = "jwt ";

    private final CompatConfig config;

    JwtScheme(CompatConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        String authorization = config.drfJwt() ? exchange.request().getHeader("Authorization") : null;
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Uni.createFrom().nullItem();
        }
        JsonWebTokenCredential token = new JsonWebTokenCredential(
                authorization.substring(SCHEME.length()).strip());
        return identities.authenticate(
                HttpSecurityUtils.setRoutingContextAttribute(new TokenAuthenticationRequest(token), exchange));
    }

    // The error mapper creates the challenge.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
