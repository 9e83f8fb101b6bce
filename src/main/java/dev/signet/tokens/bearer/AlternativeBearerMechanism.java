package dev.signet.tokens.bearer;

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

/**
 * Authentication mechanism for alternative bearer credentials in {@code Authorization: Bearer}. It ignores access
 * tokens.
 */
@ApplicationScoped
class AlternativeBearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

    private final AlternativeBearerSources sources;

    AlternativeBearerMechanism(AlternativeBearerSources sources) {
        this.sources = sources;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        String authorization = exchange.request().getHeader("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        String presented = authorization.substring(SCHEME.length()).strip();
        return sources.accepts(presented)
                ? identities.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new AlternativeBearerRequest(presented), exchange))
                : Uni.createFrom().nullItem();
    }

    // The error mapper writes the challenge, because it knows the error.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(AlternativeBearerRequest.class);
    }

    // This mechanism precedes the one that treats all bearer tokens as JWTs.
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
