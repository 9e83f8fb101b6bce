package dev.signet.oidc.idtoken;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;

/**
 * Verifier of ID Tokens that are presented as {@code id_token_hint}, expired or not (OpenID Connect RP-Initiated Logout
 * §2). A hint can be verified as long as its signing key is stored.
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
                // An access token has a jti and no at_hash. So even without the check of its type, it would be
                // rejected.
                .requiredClaims("sub", "aud", "iat", "auth_time", "at_hash")
                .build();
        this.verifier = new JwtVerifier(keys, policy, clock);
    }

    /**
     * Verifies a hint and returns its client and subject; empty if its signing key is unknown or no longer stored.
     *
     * @throws ServiceException {@code invalid_request} if the hint is not an ID Token of this issuer for exactly one
     *     client
     */
    public Optional<IdTokenHint> read(String compact) {
        try {
            ClaimsSet claims = verifier.verify(compact).claims();
            if (claims.strings("aud").size() != 1) {
                throw invalidHint("aud has several values");
            }
            return Optional.of(new IdTokenHint(
                    claims.strings("aud").get(0), claims.string("sub").orElseThrow()));
        } catch (JwtRejectedException e) {
            if (e.reason() == JwtRejectedException.Reason.UNKNOWN_KEY) {
                return Optional.empty();
            }
            throw invalidHint(e.reason().name());
        }
    }

    private static ServiceException invalidHint(String reason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "id_token_hint: " + reason);
    }
}
