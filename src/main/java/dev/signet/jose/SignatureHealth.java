package dev.signet.jose;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the provider that computes signatures in the health details. An existing engine has passed the test vectors.
 */
@Readiness
@ApplicationScoped
class SignatureHealth implements HealthCheck {

    private final SignatureEngine engine;

    SignatureHealth(SignatureEngine engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signatures")
                .up()
                .withData("provider", engine.name())
                .build();
    }
}
