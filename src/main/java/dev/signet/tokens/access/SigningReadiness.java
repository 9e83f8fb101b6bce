package dev.signet.tokens.access;

import dev.signet.jose.jwk.JwsAlgorithm;
import dev.signet.keys.ring.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness check that is up when access tokens can be signed with the configured algorithm. */
@Readiness
@ApplicationScoped
class SigningReadiness implements HealthCheck {

    private final KeyRing keys;
    private final JwsAlgorithm algorithm;

    SigningReadiness(KeyRing keys, AccessTokenConfig config) {
        this.keys = keys;
        this.algorithm = JwsAlgorithm.ofSetting(config.algorithm());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys")
                .status(keys.canSign(algorithm))
                .build();
    }
}
