package dev.signet.keys;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every configured algorithm can sign; names the crypto engine. */
@Readiness
@ApplicationScoped
class KeyReadiness implements HealthCheck {

    private final KeyRing ring;
    private final KeyMint mint;

    KeyReadiness(KeyRing ring, KeyMint mint) {
        this.ring = ring;
        this.mint = mint;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys")
                .status(ring.ready())
                .withData("engine", mint.engineName())
                .build();
    }
}
