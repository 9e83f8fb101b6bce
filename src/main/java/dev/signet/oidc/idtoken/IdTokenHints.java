package dev.signet.oidc.idtoken;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
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

    /**
     * What the hint says; empty if the key it was signed with is not kept any more, if it ever was one of ours.
     *
     * @throws ServiceException {@code invalid_request} if it is anything else than an ID Token of this issuer for one client
     */
    public Optional<IdTokenHint> read(String compact) {
        try {
            ClaimsSet claims = verifier.verify(compact).claims();
            if (claims.strings("aud").size() != 1) {
                throw refused("aud has several values");
            }
            return Optional.of(new IdTokenHint(
                    claims.strings("aud").get(0), claims.string("sub").orElseThrow()));
        } catch (JwtRejectedException e) {
            if (e.reason() == JwtRejectedException.Reason.UNKNOWN_KEY) {
                return Optional.empty();
            }
            throw refused(e.reason().name());
        }
    }

    private static ServiceException refused(String reason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, "id_token_hint: " + reason);
    }
}
