package dev.signet.tokens.bearer;

import dev.signet.jose.ClaimsSet;
import dev.signet.tokens.access.DefaultAudience;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * Authentication of an alternative bearer credential; without waiting if this node has cached it or it is malformed.
 */
@ApplicationScoped
class AlternativeBearerIdentityProvider implements IdentityProvider<AlternativeBearerRequest> {

    private final AlternativeBearerSources sources;
    private final String audience;

    AlternativeBearerIdentityProvider(AlternativeBearerSources sources, DefaultAudience audience) {
        this.sources = sources;
        this.audience = audience.value();
    }

    @Override
    public Class<AlternativeBearerRequest> getRequestType() {
        return AlternativeBearerRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(AlternativeBearerRequest request, AuthenticationRequestContext context) {
        String presented = request.presented();
        if (sources.isMalformed(presented)) {
            return Uni.createFrom().failure(rejection());
        }
        Optional<AlternativeBearerCredential> cached = sources.findCached(presented);
        return cached.isPresent()
                ? Uni.createFrom().item(() -> identity(cached))
                : context.runBlocking(() -> identity(sources.find(presented)));
    }

    private SecurityIdentity identity(Optional<AlternativeBearerCredential> found) {
        ClaimsSet claims = found.map(AlternativeBearerCredential::claims)
                .filter(own -> own.strings("aud").contains(audience))
                .orElseThrow(AlternativeBearerIdentityProvider::rejection);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(BearerPrincipal.of(claims))
                .addRoles(new LinkedHashSet<>(claims.strings("groups")))
                .build();
    }

    private static AuthenticationFailedException rejection() {
        return new AuthenticationFailedException("the credential is invalid");
    }
}
