package dev.signet.accounts.password;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A health check whose details name the implementation that computes password hashes. */
@Readiness
@ApplicationScoped
class HashingHealth implements HealthCheck {

    private final PasswordHasher hasher;

    HashingHealth(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("password hashes")
                .up()
                .withData("argon2", hasher.argon2Name())
                .build();
    }
}
