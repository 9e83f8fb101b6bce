package dev.signet.oidc.idtoken;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.keys.KeyRing;
import dev.signet.keys.KeySchedule;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Recognises ID Tokens that come back as {@code id_token_hint}, expired or not (OpenID Connect RP-Initiated Logout §2), as long
 * as the key that signed them is kept.
 */
@Singleton
public final class IdTokenHints {

    private final JwtVerifier verifier;

    IdTokenHints(KeyRing keys, KeySchedule schedule, Issuer issuer, Clock clock) {
        JwtPolicy policy = JwtPolicy.builder()
                .issuer(issuer.value())
                .types(JwtType.ID_TOKEN)
                .ignoreAudience()
                .acceptExpired()
                .clockSkew(schedule.clockSkew())
                .maxLifetime(schedule.longestTokenLife())
                // An access token has a jti and no at_hash: even if its type were lost, it would be none of these.
                .requiredClaims("sub", "aud", "iat", "auth_time", "at_hash")
                .build();
        this.verifier = new JwtVerifier(keys, policy, clock);
    }

    /** What the hint says; empty unless this issuer signed it as an ID Token for one client. */
    public Optional<IdTokenHint> read(String compact) {
        try {
            ClaimsSet claims = verifier.verify(compact).claims();
            if (claims.strings("aud").size() != 1) {
                return Optional.empty();
            }
            return Optional.of(new IdTokenHint(
                    claims.strings("aud").get(0),
                    claims.string("sub").orElseThrow(),
                    claims.string("sid").map(UUID::fromString).orElse(null)));
        } catch (JwtRejectedException e) {
            return Optional.empty();
        }
    }
}
