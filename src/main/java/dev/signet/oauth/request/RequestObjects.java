package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.authentication.ClientKeys;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SigningPolicy;
import dev.signet.jose.json.JsonObject;
import dev.signet.web.issuer.Issuer;
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

/**
 * Verifier of request objects: JWTs that one of the client's registered keys signed (RFC 9101). Parameters outside the
 * request object are ignored.
 */
@Singleton
class RequestObjects {

    private static final Logger LOG = Logger.getLogger(RequestObjects.class);
    private static final Duration MAX_LIFETIME = Duration.ofHours(1);
    private static final String CLAIMS = "claims";
    private static final Set<String> JWT_CLAIMS = Set.of("iss", "aud", "exp", "iat", "nbf", "jti");

    private final ClientKeys keys;
    private final SigningPolicy signingPolicy;
    private final String issuer;
    private final Clock clock;

    RequestObjects(ClientKeys keys, SigningPolicy signingPolicy, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.signingPolicy = signingPolicy;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /**
     * Returns the parameters of a request object; empty if its client or audience does not match, or it is not valid
     * now.
     */
    Optional<RequestParameters> read(String requestObject, Client client) {
        try {
            ClaimsSet claims = new JwtVerifier(keys.of(client), policy(client), clock)
                    .verify(requestObject)
                    .claims();
            return isIssuedFor(client, claims) && isFresh(client, claims) && hasNullsOnlyInClaims(claims)
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
                .clockSkew(signingPolicy.clockSkew())
                .acceptNullMembers()
                .maxLifetime(MAX_LIFETIME);
        return client.signedRequestsOnly() ? policy.requiredClaims("nbf").build() : policy.build();
    }

    // FAPI 2.0 Message Signing §5.3.1.
    private boolean isFresh(Client client, ClaimsSet claims) {
        if (!client.signedRequestsOnly()) {
            return true;
        }
        Instant notBefore = claims.instant("nbf").orElseThrow();
        Instant expiresAt = claims.instant("exp").orElseThrow();
        return !notBefore.isBefore(clock.instant().minus(MAX_LIFETIME).minus(signingPolicy.clockSkew()))
                && !expiresAt.isAfter(notBefore.plus(MAX_LIFETIME));
    }

    // A parameter cannot be null. Within the claims parameter, null requests a claim (OpenID Connect Core §5.5.1).
    private static boolean hasNullsOnlyInClaims(ClaimsSet claims) {
        return claims.asMap().entrySet().stream()
                .allMatch(claim -> claim.getValue() != null
                        && (claim.getKey().equals(CLAIMS) || !JsonObject.containsNull(claim.getValue())));
    }

    // A JWT with a subject may be an assertion that authenticates the client (RFC 9101 §10.8). Request objects must
    // not be nested (§4).
    private static boolean isIssuedFor(Client client, ClaimsSet claims) {
        return claims.string("client_id").filter(client.id()::equals).isPresent()
                && !claims.has("sub")
                && !claims.has("request")
                && !claims.has("request_uri");
    }

    private static RequestParameters parameters(ClaimsSet claims) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        claims.asMap().forEach((name, value) -> {
            if (!JWT_CLAIMS.contains(name)) {
                parameters.put(name, value instanceof List<?> several ? toTexts(several) : List.of(toText(value)));
            }
        });
        return RequestParameters.of(parameters);
    }

    private static List<String> toTexts(List<?> values) {
        return values.stream().map(RequestObjects::toText).toList();
    }

    @SuppressWarnings("unchecked") // the members of a JSON object have names
    private static String toText(Object value) {
        return value instanceof Map<?, ?> members ? JsonObject.write((Map<String, ?>) members) : String.valueOf(value);
    }
}
