package dev.signet.clients.authentication;

import dev.signet.database.UniqueViolation;
import dev.signet.secrets.SecretDigest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Single use of client assertions (RFC 7523 §3, {@code jti}); the unique key of the table decides. */
@ApplicationScoped
public class UsedAssertions {

    private final UsedAssertionRepository repository;

    UsedAssertions(UsedAssertionRepository repository) {
        this.repository = repository;
    }

    /**
     * Consumes an assertion, independent of the outcome of its request. Returns false if it was used before.
     *
     * @param expiresAt the time from which it is rejected as expired
     */
    public boolean consume(String clientId, String jti, Instant expiresAt) {
        // Unambiguous, because a client id contains no space.
        byte[] hash = SecretDigest.sha256(clientId + " " + jti);
        try {
            QuarkusTransaction.requiringNew().run(() -> repository.insert(hash, expiresAt));
            return true;
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }
}
