package dev.signet.jose;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows in the health details which provider computes signatures; an engine that exists has passed its known answers. */
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
