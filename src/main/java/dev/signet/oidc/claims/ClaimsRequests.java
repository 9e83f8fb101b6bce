package dev.signet.oidc.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.clients.Client;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/** Reads the {@code claims} parameter that the authorization endpoint accepted (OpenID Connect Core §5.5). */
@Singleton
public final class ClaimsRequests {

    private final ObjectMapper mapper;

    ClaimsRequests(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What it asks for of what the client may have; nothing if there is no parameter. */
    public ClaimsRequest read(@Nullable String parameter, Client client) {
        if (parameter == null) {
            return ClaimsRequest.NONE;
        }
        try {
            JsonNode request = mapper.readTree(parameter);
            return new ClaimsRequest(known(request.path("id_token"), client), known(request.path("userinfo"), client));
        } catch (JsonProcessingException e) {
            return ClaimsRequest.NONE;
        }
    }

    private static Set<StandardClaim> known(JsonNode member, Client client) {
        Set<StandardClaim> claims = EnumSet.noneOf(StandardClaim.class);
        for (Iterator<String> names = member.fieldNames(); names.hasNext(); ) {
            StandardClaim.ofWire(names.next())
                    .filter(claim -> client.scopes().contains(claim.scope()))
                    .ifPresent(claims::add);
        }
        return claims;
    }
}
