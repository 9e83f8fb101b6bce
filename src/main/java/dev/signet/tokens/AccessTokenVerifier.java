package dev.signet.tokens;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.VerifiedJwt;
import dev.signet.keys.KeyRing;
import dev.signet.keys.KeySchedule;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies access tokens this installation issued: signature, type, issuer, times, and that nothing revoked them. No query. Of a
 * token presented again all of that is judged again, except a signature that was found good under the same key.
 */
@Singleton
public final class AccessTokenVerifier {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JwtVerifier own;
    private final JwtVerifier anyAudience;
    private final Revocations revocations;
    private final VerifiedTokens verified;

    AccessTokenVerifier(
            KeyRing keys,
            KeySchedule schedule,
            Issuer issuer,
            DefaultAudience audience,
            Revocations revocations,
            TokensConfig config,
            Clock clock) {
        this.own = new JwtVerifier(
                keys, policy(schedule, issuer).audience(audience.value()).build(), clock);
        this.anyAudience =
                new JwtVerifier(keys, policy(schedule, issuer).ignoreAudience().build(), clock);
        this.revocations = revocations;
        this.verified = new VerifiedTokens(config.verifiedCacheSize());
    }

    /** Verifies a token presented to this service itself; empty unless it is meant for it. */
    public Optional<VerifiedJwt> verifyOwn(String compact) {
        return verify(own, compact);
    }

    /** Verifies a token on behalf of the service it is meant for, whichever that is. */
    public Optional<VerifiedJwt> verifyForOthers(String compact) {
        return verify(anyAudience, compact);
    }

    private Optional<VerifiedJwt> verify(JwtVerifier verifier, String compact) {
        VerifiedJwt known = verified.find(compact);
        try {
            VerifiedJwt token = known == null ? verifier.verify(compact) : verifier.verifyAgain(known);
            if (!hasIdentifiers(token.claims()) || revocations.covers(token)) {
                return Optional.empty();
            }
            if (token != known) {
                verified.add(token);
            }
            return Optional.of(token);
        } catch (JwtRejectedException e) {
            return Optional.empty();
        }
    }

    // Every reader of these claims relies on sub and sid being UUIDs.
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
