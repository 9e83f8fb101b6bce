package dev.signet.oauth.request;

import dev.signet.error.ErrorCode;
import dev.signet.jose.JsonObject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code claims} parameter (OpenID Connect Core §5.5) as far as it decides how somebody has to log in. */
@Singleton
final class RequestedClaims {

    /**
     * What the parameter demands of the login.
     *
     * @param acr values of which one is essential; none if it is empty
     * @param subject {@code sub} of who has to log in; null if it is anyone
     */
    record Demand(Set<String> acr, @Nullable String subject) {}

    private static final int MAX_LENGTH = 4_000;
    private static final Demand NOTHING = new Demand(Set.of(), null);

    Demand read(@Nullable String claims, ReturnAddress address) {
        if (claims == null) {
            return NOTHING;
        }
        if (claims.length() > MAX_LENGTH) {
            throw new ClientToldException(address, ErrorCode.INVALID_REQUEST, "claims is too long");
        }
        return JsonObject.parse(claims)
                .map(RequestedClaims::demand)
                .orElseThrow(
                        () -> new ClientToldException(address, ErrorCode.INVALID_REQUEST, "claims is no JSON object"));
    }

    private static Demand demand(Map<String, Object> claims) {
        return claims.get("id_token") instanceof Map<?, ?> idToken
                ? new Demand(essentialAcr(idToken.get("acr")), subject(idToken.get("sub")))
                : NOTHING;
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
