package dev.signet.clients.assertion;

import dev.signet.database.BatchedRemoval;
import dev.signet.database.UniqueViolation;
import dev.signet.secrets.SecretDigest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Lets each assertion of a client be used once (RFC 7523 §3, {@code jti}); the unique key of the table decides. */
@ApplicationScoped
public class UsedAssertions {

    private final UsedAssertionRepository repository;
    private final BatchedRemoval removal;

    UsedAssertions(UsedAssertionRepository repository, BatchedRemoval removal) {
        this.repository = repository;
        this.removal = removal;
    }

    /**
     * Uses an assertion up, whatever becomes of the request it came with; false if it was used before.
     *
     * @param expiresAt when it is refused for its age anyway
     */
    public boolean use(String clientId, String jti, Instant expiresAt) {
        // No client's id has a space.
        byte[] hash = SecretDigest.sha256(clientId + " " + jti);
        try {
            QuarkusTransaction.requiringNew().run(() -> repository.insert(hash, expiresAt));
            return true;
        } catch (RuntimeException e) {
            if (UniqueViolation.causedBy(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Removes what would be refused for its age; returns how many. */
    public long removeExpired(Instant now) {
        return removal.run(() -> repository.removeExpired(now));
    }
}
