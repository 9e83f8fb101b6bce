package dev.signet.oauth.request;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.jose.json.JsonObject;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parser of the {@code claims} parameter (OpenID Connect Core §5.5): its requirements for the login, and the scopes of
 * its claims.
 */
@Singleton
final class RequestedClaims {

    /**
     * Requirements of the {@code claims} parameter.
     *
     * @param acr values of which one is essential; empty if none is required
     * @param subject {@code sub} of the required user; null if the client accepts any user
     * @param scope the scope that releases the requested claims
     */
    record Requirements(Set<String> acr, @Nullable String subject, Scope scope) {}

    private static final int MAX_LENGTH = 4_000;
    private static final Requirements NO_REQUIREMENTS = new Requirements(Set.of(), null, Scope.EMPTY);
    private static final List<String> CLAIM_TARGETS = List.of("id_token", "userinfo");

    private final Instance<ClaimScopes> scopes;

    RequestedClaims(Instance<ClaimScopes> scopes) {
        this.scopes = scopes;
    }

    Requirements read(@Nullable String claims, VerifiedRedirectUri redirectUri) {
        if (claims == null) {
            return NO_REQUIREMENTS;
        }
        if (claims.length() > MAX_LENGTH) {
            throw new AuthorizationErrorException(redirectUri, ErrorCode.INVALID_REQUEST, "claims is too long");
        }
        return JsonObject.parse(claims)
                .map(this::parseRequirements)
                .orElseThrow(() -> new AuthorizationErrorException(
                        redirectUri, ErrorCode.INVALID_REQUEST, "claims is not a JSON object"));
    }

    private Requirements parseRequirements(Map<String, Object> claims) {
        Map<?, ?> idToken = claims.get("id_token") instanceof Map<?, ?> members ? members : Map.of();
        return new Requirements(essentialAcr(idToken.get("acr")), subject(idToken.get("sub")), scope(claims));
    }

    private Scope scope(Map<String, Object> claims) {
        if (scopes.isUnsatisfied()) {
            return Scope.EMPTY;
        }
        Set<String> claimScopes = new LinkedHashSet<>();
        for (String target : CLAIM_TARGETS) {
            if (claims.get(target) instanceof Map<?, ?> requested) {
                requested
                        .keySet()
                        .forEach(name ->
                                scopes.get().scopeOf(String.valueOf(name)).ifPresent(claimScopes::add));
            }
        }
        return Scope.of(claimScopes);
    }

    private static Set<String> essentialAcr(@Nullable Object claim) {
        return claim instanceof Map<?, ?> acr && Boolean.TRUE.equals(acr.get("essential")) ? values(acr) : Set.of();
    }

    private static @Nullable String subject(@Nullable Object claim) {
        return claim instanceof Map<?, ?> sub && sub.get("value") instanceof String value ? value : null;
    }

    private static Set<String> values(Map<?, ?> claim) {
        Set<String> values = new LinkedHashSet<>();
        if (claim.get("value") instanceof String value) {
            values.add(value);
        }
        if (claim.get("values") instanceof List<?> several) {
            several.forEach(value -> values.add(String.valueOf(value)));
        }
        return Set.copyOf(values);
    }
}
