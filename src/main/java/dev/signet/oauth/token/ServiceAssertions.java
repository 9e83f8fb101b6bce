package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.ClientKeys;
import dev.signet.clients.assertion.UsedAssertions;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SignatureTerms;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Judges assertions by which clients ask for tokens of their service accounts (RFC 7523 §3): signed by one of the client's own keys,
 * made by the client about itself, for this issuer and nobody else, short-lived, and not shown before.
 */
@Singleton
final class ServiceAssertions {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final SignatureTerms terms;
    private final String issuer;
    private final Clock clock;

    ServiceAssertions(ClientKeys keys, UsedAssertions used, SignatureTerms terms, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.terms = terms;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /**
     * Uses an assertion up, if it is one.
     *
     * @throws ServiceException {@code invalid_grant}
     */
    void use(String assertion, Client client) {
        try {
            ClaimsSet claims = new JwtVerifier(keys.of(client), policy(client), clock)
                    .verify(assertion)
                    .claims();
            Instant forgotten =
                    claims.instant("exp").orElseThrow().plus(terms.clockSkew().multipliedBy(2));
            boolean good = claims.string("sub").filter(client.id()::equals).isPresent()
                    && claims.strings("aud").equals(List.of(issuer))
                    && used.use(client.id(), claims.string("jti").orElseThrow(), forgotten);
            if (!good) {
                throw refuse("iss, sub or aud of the assertion is wrong, or jti was already used");
            }
        } catch (JwtRejectedException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    private JwtPolicy policy(Client client) {
        return JwtPolicy.builder()
                .issuer(client.id())
                .audience(issuer)
                .types(JwtType.ID_TOKEN)
                .acceptUntyped()
                .requiredClaims("sub", "jti")
                .clockSkew(terms.clockSkew())
                .maxLifetime(LONGEST_LIFE)
                .build();
    }

    private static ServiceException refuse(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_GRANT, privateReason);
    }
}
