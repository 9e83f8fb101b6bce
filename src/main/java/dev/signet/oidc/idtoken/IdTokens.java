package dev.signet.oidc.idtoken;

import dev.signet.clients.ClaimLocation;
import dev.signet.clients.Client;
import dev.signet.clients.Subjects;
import dev.signet.clients.TokenSettings;
import dev.signet.error.Settings;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.oauth.token.IssuedGrant;
import dev.signet.oidc.claims.StandardClaim;
import dev.signet.tokens.access.MappedClaims;
import dev.signet.tokens.access.TokenLengths;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.web.issuer.Issuer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Issuer of ID Tokens (OpenID Connect Core §2). */
@Startup
@Singleton
public final class IdTokens {

    private static final Settings SETTINGS = Settings.under("signet.oidc.id-token");
    private static final Duration MAX_TTL = Duration.ofHours(24);

    private final KeyRing keys;
    private final Subjects subjects;
    private final TokenLengths lengths;
    private final String issuer;
    private final Duration ttl;
    private final JwsAlgorithm defaultAlgorithm;
    private final Clock clock;

    IdTokens(
            KeyRing keys,
            Subjects subjects,
            TokenLengths lengths,
            KeySchedule schedule,
            Issuer issuer,
            IdTokenConfig config,
            Clock clock) {
        this.keys = keys;
        this.subjects = subjects;
        this.lengths = lengths;
        this.issuer = issuer.value();
        this.ttl = ttl(config, schedule.longestTokenLife());
        this.defaultAlgorithm = schedule.algorithms().contains(JwsAlgorithm.RS256)
                ? JwsAlgorithm.RS256
                : schedule.algorithms().get(0);
        this.clock = clock;
    }

    /**
     * Returns the signing algorithm of ID Tokens and logout tokens for a client: RS256 unless the client registered
     * another one (§2).
     */
    public JwsAlgorithm algorithm(Client client) {
        JwsAlgorithm registered = client.tokens().idTokenAlgorithm();
        return registered == null ? defaultAlgorithm : registered;
    }

    /**
     * Issues the ID Token of a token response.
     *
     * @param claims the standard claims to include
     */
    String issue(IssuedGrant grant, Set<StandardClaim> claims) {
        Instant now = clock.instant();
        JwsAlgorithm algorithm = algorithm(grant.client());
        Authorization authorization = grant.sessionGrant().authorization();
        AuthenticationContext authenticationContext = authorization.authenticationContext();
        ClaimsSet.Builder set = ClaimsSet.builder()
                .claim("iss", issuer)
                .claim("sub", subjects.of(grant.client(), grant.account().id()))
                .claim("aud", grant.client().id())
                .claim("exp", now.plus(ttl))
                .claim("iat", now)
                .claim("auth_time", authenticationContext.authTime());
        String nonce = grant.nonce();
        if (nonce != null) {
            set.claim("nonce", nonce);
        }
        set.claim("acr", authenticationContext.acr())
                .claim("amr", authenticationContext.amr())
                .claim("sid", grant.sessionGrant().sessionId().toString());
        TokenHash.of(grant.accessToken(), algorithm).ifPresent(hash -> set.claim("at_hash", hash));
        TokenSettings settings = grant.client().tokens();
        StandardClaim.add(set, claims, grant.account(), MappedClaims.names(settings, ClaimLocation.ID_TOKEN));
        MappedClaims.add(set, settings, ClaimLocation.ID_TOKEN, grant.account(), authorization.scope());
        return lengths.sign(
                keys.signer(algorithm),
                JwtType.ID_TOKEN,
                set.build(),
                grant.account().id(),
                grant.client().id());
    }

    private static Duration ttl(IdTokenConfig config, Duration longestTokenLife) {
        Duration longest = longestTokenLife.compareTo(MAX_TTL) > 0 ? MAX_TTL : longestTokenLife;
        Duration ttl = config.ttl().orElse(longest);
        SETTINGS.positive("ttl", ttl);
        if (ttl.compareTo(longest) > 0) {
            throw SETTINGS.invalid(
                    "ttl", "is " + ttl + " but must be at most signet.keys.longest-token-life, " + longest);
        }
        return ttl;
    }
}
