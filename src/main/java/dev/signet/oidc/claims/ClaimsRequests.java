package dev.signet.oidc.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.clients.Scope;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/** Parser of the claims that the {@code claims} parameter requests in the ID Token (OpenID Connect Core §5.5). */
@Singleton
public final class ClaimsRequests {

    private final ObjectMapper mapper;

    ClaimsRequests(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns the claims that are requested in the ID Token and whose scope was granted; none without the parameter.
     * UserInfo does not need the parameter, because a granted scope releases its claims there.
     */
    public Set<StandardClaim> inIdToken(@Nullable String parameter, Scope granted) {
        Set<StandardClaim> claims = EnumSet.noneOf(StandardClaim.class);
        if (parameter == null) {
            return claims;
        }
        try {
            JsonNode requested = mapper.readTree(parameter).path("id_token");
            for (Iterator<String> names = requested.fieldNames(); names.hasNext(); ) {
                StandardClaim.ofWire(names.next())
                        .filter(claim -> granted.contains(claim.scope()))
                        .ifPresent(claims::add);
            }
            return claims;
        } catch (JsonProcessingException e) {
            return claims;
        }
    }
}
