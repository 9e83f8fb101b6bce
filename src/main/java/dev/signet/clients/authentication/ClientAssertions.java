package dev.signet.clients.authentication;

import dev.signet.clients.AuthenticationMethod;
import dev.signet.clients.Client;
import dev.signet.clients.registry.RegisteredClient;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SigningPolicy;
import dev.signet.jose.UnverifiedJwt;
import dev.signet.jose.VerifiedJwt;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.throttle.AttemptLimits;
import dev.signet.throttle.CountedRequest;
import dev.signet.web.caller.Caller;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Validation of client assertions (RFC 7523 §3, OpenID Connect Core §9). An assertion must be signed with a key of the
 * client and the algorithm of that key. The client is its issuer and subject, and this issuer its only audience. It
 * must be short-lived and unused.
 */
@Singleton
class ClientAssertions {

    private static final Logger LOG = Logger.getLogger(ClientAssertions.class);
    private static final Duration MAX_TTL = Duration.ofMinutes(5);

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final SigningPolicy signingPolicy;
    private final AttemptLimits limits;
    private final Caller caller;
    private final String issuer;
    private final Clock clock;

    ClientAssertions(
            ClientKeys keys,
            UsedAssertions used,
            SigningPolicy signingPolicy,
            AttemptLimits limits,
            Caller caller,
            Issuer issuer,
            Clock clock) {
        this.keys = keys;
        this.used = used;
        this.signingPolicy = signingPolicy;
        this.limits = limits;
        this.caller = caller;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /** Returns the client that an assertion names; the name is unverified. */
    static Optional<String> claimedClient(ClientCredential.Assertion assertion) {
        try {
            Optional<String> claimed = UnverifiedJwt.parse(assertion.jwt()).claimedIssuer();
            String named = assertion.clientId();
            return named == null ? claimed : claimed.filter(named::equals);
        } catch (JwtRejectedException e) {
            return Optional.empty();
        }
    }

    /**
     * Consumes an assertion and returns the request it authenticates; empty if it does not prove that the client sent
     * it.
     *
     * @throws ServiceException {@code too_many_attempts} for a self-registered client
     */
    Optional<ClientRequest> use(RegisteredClient client, ClientCredential.Assertion assertion) {
        String id = client.client().id();
        if (client.client().authenticationMethod() != AuthenticationMethod.PRIVATE_KEY_JWT) {
            return Optional.empty();
        }
        try {
            VerifiedJwt jwt = new JwtVerifier(keys.of(client), policy(id), clock).verify(assertion.jwt());
            ClaimsSet claims = jwt.claims();
            Instant end = claims.instant("exp").orElseThrow().plus(signingPolicy.clockSkew());
            boolean valid = claims.string("sub").filter(id::equals).isPresent()
                    // FAPI 2.0 Security Profile §5.3.2.1: an assertion for this server must not be valid at any other
                    // server.
                    && claims.strings("aud").equals(List.of(issuer))
                    && usesAgreedAlgorithm(client, jwt);
            return valid
                    ? use(client.client(), claims.string("jti").orElseThrow(), end.plus(signingPolicy.clockSkew()))
                    : Optional.empty();
        } catch (JwtRejectedException e) {
            LOG.debugf("Client assertion rejected: %s", e.getMessage());
            return Optional.empty();
        }
    }

    // Counts first: a client that no administrator registered could fill the table with assertions of its own key.
    private Optional<ClientRequest> use(Client client, String jti, Instant expiresAt) {
        ClientRequest request = new ClientRequest(client, CountedRequest.UNLIMITED).counted(limits, caller.ipAddress());
        if (!used.consume(client.id(), jti, expiresAt)) {
            request.count().withdraw();
            return Optional.empty();
        }
        return Optional.of(request);
    }

    private JwtPolicy policy(String id) {
        return JwtPolicy.builder()
                .issuer(id)
                .audience(issuer)
                .types(JwtType.CLIENT_AUTHENTICATION, JwtType.ID_TOKEN)
                .acceptUntyped()
                .requiredClaims("sub", "jti")
                .clockSkew(signingPolicy.clockSkew())
                .maxLifetime(MAX_TTL)
                .build();
    }

    private static boolean usesAgreedAlgorithm(RegisteredClient client, VerifiedJwt jwt) {
        String algorithm = client.document().tokenEndpointAuthSigningAlg();
        return algorithm == null
                || JwsAlgorithm.ofSetting(algorithm)
                        == JwsAlgorithm.ofSetting(jwt.header().alg());
    }
}
