package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.ClientKeys;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JsonObject;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SignatureTerms;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads requests that are a JWT, signed by one of the client's registered keys (RFC 9101); what stands beside it counts for nothing. */
@Singleton
class RequestObjects {

    private static final Logger LOG = Logger.getLogger(RequestObjects.class);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);
    private static final String CLAIMS = "claims";
    private static final Set<String> OF_THE_JWT = Set.of("iss", "aud", "exp", "iat", "nbf", "jti");

    private final ClientKeys keys;
    private final SignatureTerms terms;
    private final String issuer;
    private final Clock clock;

    RequestObjects(ClientKeys keys, SignatureTerms terms, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.terms = terms;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /** The parameters of an object; empty if it is not this client's, or not for this issuer, or not now. */
    Optional<RequestParameters> read(String requestObject, Client client) {
        try {
            ClaimsSet claims = new JwtVerifier(keys.of(client), policy(client), clock)
                    .verify(requestObject)
                    .claims();
            return isRequestOf(client, claims) && isFresh(client, claims) && hasNullsOnlyInClaims(claims)
                    ? Optional.of(parameters(claims))
                    : Optional.empty();
        } catch (JwtRejectedException e) {
            LOG.debugf("Request object rejected: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private JwtPolicy policy(Client client) {
        JwtPolicy.Builder policy = JwtPolicy.builder()
                .issuer(client.id())
                .audience(issuer)
                .types(JwtType.AUTHORIZATION_REQUEST, JwtType.ID_TOKEN)
                .acceptUntyped()
                .requiredClaims("client_id")
                .clockSkew(terms.clockSkew())
                .acceptNullMembers()
                .maxLifetime(LONGEST_LIFE);
        return client.signedRequestsOnly() ? policy.requiredClaims("nbf").build() : policy.build();
    }

    // FAPI 2.0 Message Signing §5.3.1.
    private boolean isFresh(Client client, ClaimsSet claims) {
        if (!client.signedRequestsOnly()) {
            return true;
        }
        Instant begin = claims.instant("nbf").orElseThrow();
        Instant end = claims.instant("exp").orElseThrow();
        return !begin.isBefore(clock.instant().minus(LONGEST_LIFE).minus(terms.clockSkew()))
                && !end.isAfter(begin.plus(LONGEST_LIFE));
    }

    // A parameter cannot be null; within the claims parameter null requests a claim (OpenID Connect Core §5.5.1).
    private static boolean hasNullsOnlyInClaims(ClaimsSet claims) {
        return claims.asMap().entrySet().stream()
                .allMatch(claim -> claim.getValue() != null
                        && (claim.getKey().equals(CLAIMS) || !JsonObject.containsNull(claim.getValue())));
    }

    // What has a subject may be made to authenticate the client (RFC 9101 §10.8), and a request in a request is none
    // (§4).
    private static boolean isRequestOf(Client client, ClaimsSet claims) {
        return claims.string("client_id").filter(client.id()::equals).isPresent()
                && !claims.has("sub")
                && !claims.has("request")
                && !claims.has("request_uri");
    }

    private static RequestParameters parameters(ClaimsSet claims) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        claims.asMap().forEach((name, value) -> {
            if (!OF_THE_JWT.contains(name)) {
                parameters.put(name, value instanceof List<?> several ? texts(several) : List.of(text(value)));
            }
        });
        return RequestParameters.of(parameters);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(RequestObjects::text).toList();
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names
    private static String text(Object value) {
        return value instanceof Map<?, ?> members ? JsonObject.write((Map<String, ?>) members) : String.valueOf(value);
    }
}
