package dev.signet.tokens;

import dev.signet.jose.ClaimsSet;
import dev.signet.jose.JwsAlgorithm;
import dev.signet.jose.JwtType;
import dev.signet.keys.KeyRing;
import dev.signet.keys.KeySchedule;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.time.Clock;

/** Signs what this installation says about tokens: RS256, which everybody takes unasked, where the ring has it. */
@Singleton
public final class StatementSigner {

    private final KeyRing keys;
    private final JwsAlgorithm algorithm;
    private final Issuer issuer;
    private final Clock clock;

    StatementSigner(KeyRing keys, KeySchedule schedule, TokensConfig config, Issuer issuer, Clock clock) {
        this.keys = keys;
        this.algorithm = schedule.algorithms().contains(JwsAlgorithm.RS256)
                ? JwsAlgorithm.RS256
                : JwsAlgorithm.ofSetting(config.algorithm());
        this.issuer = issuer;
        this.clock = clock;
    }

    public JwsAlgorithm algorithm() {
        return algorithm;
    }

    /** Claims with who says it, and when. */
    public ClaimsSet.Builder begin() {
        return ClaimsSet.builder().claim("iss", issuer.value()).claim("iat", clock.instant());
    }

    public String sign(JwtType type, ClaimsSet.Builder claims) {
        return keys.signer(algorithm).sign(type, claims.build());
    }
}
