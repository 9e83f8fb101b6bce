package dev.signet.keys;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every configured algorithm can sign. */
@Readiness
@ApplicationScoped
class KeyReadiness implements HealthCheck {

    private final KeyRing ring;

    KeyReadiness(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys").status(ring.ready()).build();
    }
}
