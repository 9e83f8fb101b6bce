package dev.signet.clients;

import dev.signet.clients.assertion.UsedAssertions;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SignatureTerms;
import dev.signet.jose.UnverifiedJwt;
import dev.signet.jose.VerifiedJwt;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Judges assertions by which clients authenticate (RFC 7523 §3, OpenID Connect Core §9): signed by one of the client's keys with that
 * key's algorithm, made by the client about itself, for this issuer and nobody else, short-lived, and not shown before.
 */
@Singleton
class ClientAssertions {

    private static final Logger LOG = Logger.getLogger(ClientAssertions.class);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final SignatureTerms terms;
    private final String issuer;
    private final Clock clock;

    ClientAssertions(ClientKeys keys, UsedAssertions used, SignatureTerms terms, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.terms = terms;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /** The client that an assertion says it is of; nothing is proven by that. */
    static Optional<String> claimedClient(Credential.Assertion assertion) {
        try {
            Optional<String> claimed = UnverifiedJwt.parse(assertion.jwt()).claimedIssuer();
            String named = assertion.clientId();
            return named == null ? claimed : claimed.filter(named::equals);
        } catch (JwtRejectedException e) {
            return Optional.empty();
        }
    }

    /** Whether it is what this client shows for itself; if so, it is used up. */
    boolean proves(RegisteredClient client, Credential.Assertion assertion) {
        String id = client.client().id();
        if (client.client().authenticationMethod() != AuthenticationMethod.PRIVATE_KEY_JWT) {
            return false;
        }
        try {
            VerifiedJwt jwt = new JwtVerifier(keys.of(client), policy(id), clock).verify(assertion.jwt());
            ClaimsSet claims = jwt.claims();
            Instant end = claims.instant("exp").orElseThrow().plus(terms.clockSkew());
            return claims.string("sub").filter(id::equals).isPresent()
                    // FAPI 2.0 Security Profile §5.3.2.1: nobody else may be able to show what was made for this
                    // server.
                    && claims.strings("aud").equals(List.of(issuer))
                    && usesAgreedAlgorithm(client, jwt)
                    && used.use(id, claims.string("jti").orElseThrow(), end.plus(terms.clockSkew()));
        } catch (JwtRejectedException e) {
            LOG.debugf("An assertion is refused: %s", e.getMessage());
            return false;
        }
    }

    private JwtPolicy policy(String id) {
        return JwtPolicy.builder()
                .issuer(id)
                .audience(issuer)
                .types(JwtType.CLIENT_AUTHENTICATION, JwtType.ID_TOKEN)
                .acceptUntyped()
                .requiredClaims("sub", "jti")
                .clockSkew(terms.clockSkew())
                .maxLifetime(LONGEST_LIFE)
                .build();
    }

    private static boolean usesAgreedAlgorithm(RegisteredClient client, VerifiedJwt jwt) {
        String agreed = client.document().tokenEndpointAuthSigningAlg();
        return agreed == null
                || JwsAlgorithm.ofSetting(agreed)
                        == JwsAlgorithm.ofSetting(jwt.header().alg());
    }
}
