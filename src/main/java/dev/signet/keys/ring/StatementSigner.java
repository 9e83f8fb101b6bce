package dev.signet.keys.ring;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwtType;
import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.KeySchedule;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;

/**
 * Signs statements of this installation that are not tokens. Uses RS256, which every client supports by default, if a
 * key for it is configured.
 */
@Singleton
public final class StatementSigner {

    private final KeyRing keys;
    private final JwsAlgorithm algorithm;
    private final Issuer issuer;
    private final Clock clock;

    StatementSigner(KeyRing keys, KeySchedule schedule, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.algorithm = schedule.algorithms().contains(JwsAlgorithm.RS256)
                ? JwsAlgorithm.RS256
                : schedule.algorithms().get(0);
        this.issuer = issuer;
        this.clock = clock;
    }

    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /** Starts the claims of a statement with the issuer and the current time. */
    public ClaimsSet.Builder startClaims() {
        return startClaims(clock.instant());
    }

    /**
     * Starts the claims of a statement with the issuer and the given time, for a statement that is repeated unchanged.
     */
    public ClaimsSet.Builder startClaims(Instant issuedAt) {
        return ClaimsSet.builder().claim("iss", issuer.value()).claim("iat", issuedAt);
    }

    public String sign(JwtType type, ClaimsSet.Builder claims) {
        return keys.signer(algorithm).sign(type, claims.build());
    }
}
