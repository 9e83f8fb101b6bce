package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.authentication.ClientKeys;
import dev.signet.clients.authentication.UsedAssertions;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtPolicy;
import dev.signet.jose.JwtRejectedException;
import dev.signet.jose.JwtType;
import dev.signet.jose.JwtVerifier;
import dev.signet.jose.SigningPolicy;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Verifier of assertions by which clients request tokens of their service accounts (RFC 7523 §3). An assertion is
 * signed with a key of the client. The client is its issuer and subject, and this issuer its only audience. It is
 * short-lived and accepted once.
 */
@Singleton
final class ServiceAssertions {

    private static final Duration MAX_LIFETIME = Duration.ofMinutes(5);

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final SigningPolicy signingPolicy;
    private final String issuer;
    private final Clock clock;

    ServiceAssertions(ClientKeys keys, UsedAssertions used, SigningPolicy signingPolicy, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.signingPolicy = signingPolicy;
        this.issuer = issuer.value();
        this.clock = clock;
    }

    /**
     * Verifies and consumes an assertion.
     *
     * @throws ServiceException {@code invalid_grant} if it is invalid or was used before
     */
    void consume(String assertion, Client client) {
        try {
            ClaimsSet claims = new JwtVerifier(keys.of(client), policy(client), clock)
                    .verify(assertion)
                    .claims();
            Instant retainUntil = claims.instant("exp")
                    .orElseThrow()
                    .plus(signingPolicy.clockSkew().multipliedBy(2));
            boolean valid = claims.string("sub").filter(client.id()::equals).isPresent()
                    && claims.strings("aud").equals(List.of(issuer))
                    && used.consume(client.id(), claims.string("jti").orElseThrow(), retainUntil);
            if (!valid) {
                throw invalidGrant("iss, sub or aud of the assertion is wrong, or jti was already used");
            }
        } catch (JwtRejectedException e) {
            throw invalidGrant(String.valueOf(e.getMessage()));
        }
    }

    private JwtPolicy policy(Client client) {
        return JwtPolicy.builder()
                .issuer(client.id())
                .audience(issuer)
                .types(JwtType.ID_TOKEN)
                .acceptUntyped()
                .requiredClaims("sub", "jti")
                .clockSkew(signingPolicy.clockSkew())
                .maxLifetime(MAX_LIFETIME)
                .build();
    }

    private static ServiceException invalidGrant(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_GRANT, privateReason);
    }
}
