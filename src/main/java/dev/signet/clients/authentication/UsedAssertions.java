package dev.signet.clients.authentication;

import dev.signet.database.expiry.UsedValues;
import dev.signet.secrets.SecretDigest;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/** Single use of client assertions (RFC 7523 §3, {@code jti}). */
@Singleton
public class UsedAssertions extends UsedValues {

    UsedAssertions(EntityManager entities) {
        super(entities, "client_assertion", "assertion_hash");
    }

    /**
     * Consumes an assertion, independent of the outcome of its request. Returns false if it was used before.
     *
     * @param expiresAt the time from which it is rejected as expired
     */
    public boolean consume(String clientId, String jti, Instant expiresAt) {
        // Unambiguous, because a client id contains no space.
        return use(SecretDigest.sha256(clientId + " " + jti), expiresAt);
    }
}
