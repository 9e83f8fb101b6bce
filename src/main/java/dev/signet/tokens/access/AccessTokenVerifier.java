package dev.signet.tokens.access;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.VerifiedJwt;
import dev.signet.keys.KeySchedule;
import dev.signet.keys.ring.KeyRing;
import dev.signet.tokens.revocation.Revocations;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifier of the access tokens of this installation: signature, type, issuer, times and revocation, without a database
 * query. All checks are repeated for a token that is presented again, except the signature if it was verified under the
 * same key.
 */
@Singleton
public final class AccessTokenVerifier {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JwtVerifier ownAudienceVerifier;
    private final JwtVerifier anyAudienceVerifier;
    private final Revocations revocations;
    private final VerifiedTokens verified;

    AccessTokenVerifier(
            KeyRing keys,
            KeySchedule schedule,
            Issuer issuer,
            DefaultAudience audience,
            Revocations revocations,
            AccessTokenConfig config,
            Clock clock) {
        this.ownAudienceVerifier = new JwtVerifier(
                keys, policy(schedule, issuer).audience(audience.value()).build(), clock);
        this.anyAudienceVerifier =
                new JwtVerifier(keys, policy(schedule, issuer).ignoreAudience().build(), clock);
        this.revocations = revocations;
        this.verified = new VerifiedTokens(config.verifiedCacheSize());
    }

    /**
     * Verifies a token presented to Signet itself. Returns empty if it is invalid or its audience is another service.
     */
    public Optional<VerifiedJwt> verifyOwn(String compact) {
        return verify(ownAudienceVerifier, compact);
    }

    /** Verifies a token for any audience, on behalf of the service that received it. Returns empty if it is invalid. */
    public Optional<VerifiedJwt> verifyForOthers(String compact) {
        return verify(anyAudienceVerifier, compact);
    }

    private Optional<VerifiedJwt> verify(JwtVerifier verifier, String compact) {
        VerifiedJwt cached = verified.find(compact);
        try {
            VerifiedJwt token = cached == null ? verifier.verify(compact) : verifier.verifyAgain(cached);
            if (!hasIdentifiers(token.claims()) || revocations.isRevoked(token)) {
                return Optional.empty();
            }
            if (token != cached) {
                verified.add(token);
            }
            return Optional.of(token);
        } catch (JwtRejectedException e) {
            return Optional.empty();
        }
    }

    // All readers of these claims rely on sub and sid being UUIDs.
    private static boolean hasIdentifiers(ClaimsSet claims) {
        return !claims.has("sid") || (isUuid(claims.string("sid")) && isUuid(claims.string("sub")));
    }

    private static boolean isUuid(Optional<String> text) {
        return text.filter(UUID_FORM.asMatchPredicate()).isPresent();
    }

    private static JwtPolicy.Builder policy(KeySchedule schedule, Issuer issuer) {
        return JwtPolicy.builder()
                .issuer(issuer.value())
                .types(JwtType.ACCESS_TOKEN)
                .clockSkew(schedule.clockSkew())
                .maxLifetime(schedule.longestTokenLife())
                .requiredClaims("sub", "iat", "jti", "client_id");
    }
}
