package dev.signet.jose;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import static dev.signet.jose.JwtRejectedException.Reason.AUDIENCE;
import static dev.signet.jose.JwtRejectedException.Reason.CLAIM;
import static dev.signet.jose.JwtRejectedException.Reason.EXPIRED;
import static dev.signet.jose.JwtRejectedException.Reason.ISSUER;
import static dev.signet.jose.JwtRejectedException.Reason.LIFETIME;
import static dev.signet.jose.JwtRejectedException.Reason.NOT_YET_VALID;

/** Validates the claims of a token with a valid signature against a policy and the clock (RFC 7519 §4.1). */
final class ClaimsCheck {

    private static final List<String> DATES = List.of("exp", "iat", "nbf", "auth_time");
    private static final List<String> STRINGS =
            List.of("iss", "sub", "jti", "client_id", "scope", "sid", "acr", "azp", "nonce", "upn");
    private static final List<String> ARRAYS = List.of("amr", "groups");

    private final JwtPolicy policy;
    private final Clock clock;

    ClaimsCheck(JwtPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    void check(ClaimsSet claims) throws JwtRejectedException {
        checkTypes(claims);
        checkRequired(claims);
        checkIssuer(claims);
        checkAudience(claims);
        checkTimes(claims);
    }

    /** Rejects registered claims of the wrong JSON type, which would later be read as absent. */
    private static void checkTypes(ClaimsSet claims) throws JwtRejectedException {
        for (String name : DATES) {
            if (claims.has(name) && claims.instant(name).isEmpty()) {
                throw new JwtRejectedException(CLAIM, name + " is not a whole number of seconds in range");
            }
        }
        for (String name : STRINGS) {
            if (claims.has(name) && claims.string(name).isEmpty()) {
                throw new JwtRejectedException(CLAIM, name + " is not a string");
            }
        }
        for (String name : ARRAYS) {
            if (claims.has(name) && !isStrings(claims.asMap().get(name))) {
                throw new JwtRejectedException(CLAIM, name + " is not an array of strings");
            }
        }
        Object audience = claims.asMap().get("aud");
        if (audience != null && !(audience instanceof String) && !isStrings(audience)) {
            throw new JwtRejectedException(CLAIM, "aud must be a string or an array of strings");
        }
    }

    private static boolean isStrings(@Nullable Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private void checkRequired(ClaimsSet claims) throws JwtRejectedException {
        Set<String> required = policy.requiredClaims();
        for (String name : required) {
            if (!claims.has(name)) {
                throw new JwtRejectedException(CLAIM, name + " is missing");
            }
        }
    }

    private void checkIssuer(ClaimsSet claims) throws JwtRejectedException {
        if (!claims.string("iss").filter(policy.issuer()::equals).isPresent()) {
            throw new JwtRejectedException(ISSUER, "iss is not the expected issuer");
        }
    }

    private void checkAudience(ClaimsSet claims) throws JwtRejectedException {
        if (policy.ignoresAudience()) {
            return;
        }
        String expected = policy.audience();
        if (expected == null ? claims.has("aud") : !claims.strings("aud").contains(expected)) {
            throw new JwtRejectedException(AUDIENCE, "aud is not the expected audience");
        }
    }

    private void checkTimes(ClaimsSet claims) throws JwtRejectedException {
        Instant now = clock.instant();
        Instant soon = now.plus(policy.clockSkew());
        Instant expires = claims.instant("exp").orElseThrow(() -> new JwtRejectedException(CLAIM, "exp is missing"));
        if (!policy.acceptsExpired() && !now.minus(policy.clockSkew()).isBefore(expires)) {
            throw new JwtRejectedException(EXPIRED, "exp has passed");
        }
        Instant issued = claims.instant("iat").orElse(now);
        if (issued.isAfter(soon)) {
            throw new JwtRejectedException(NOT_YET_VALID, "iat is in the future");
        }
        if (claims.instant("nbf").filter(soon::isBefore).isPresent()) {
            throw new JwtRejectedException(NOT_YET_VALID, "nbf is in the future");
        }
        if (claims.has("iat") && !issued.isBefore(expires)) {
            throw new JwtRejectedException(LIFETIME, "exp is not after iat");
        }
        if (expires.isAfter(issued.plus(policy.maxLifetime()))) {
            throw new JwtRejectedException(LIFETIME, "the lifetime from iat to exp is too long");
        }
    }
}
