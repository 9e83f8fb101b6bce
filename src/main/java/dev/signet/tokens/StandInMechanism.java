package dev.signet.tokens;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Set;

/** Takes from {@code Authorization: Bearer} what is recognised as no access token; all else is left to others. */
@ApplicationScoped
class StandInMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

    private final StandIns standIns;

    StandInMechanism(StandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        String authorization = exchange.request().getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        String presented = authorization.substring(SCHEME.length()).strip();
        return standIns.recognises(presented)
                ? identities.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new StandInRequest(presented), exchange))
                : Uni.createFrom().nullItem();
    }

    // Answered by the error mapper, which knows what was wrong.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(StandInRequest.class);
    }

    // Before the one that takes every bearer token for a JWT.
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
