package dev.signet.clients;

import dev.signet.clients.assertion.UsedAssertions;
import dev.signet.clients.initial.InitialTokens;
import dev.signet.database.BatchedRemoval;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Removal of expired and unused rows. */
@ApplicationScoped
class ClientCleanUp {

    private final SecretRepository secrets;
    private final UsedAssertions assertions;
    private final InitialTokens initialTokens;
    private final UnusedClientRemoval unusedClients;
    private final BatchedRemoval removal;
    private final Clock clock;

    ClientCleanUp(
            SecretRepository secrets,
            UsedAssertions assertions,
            InitialTokens initialTokens,
            UnusedClientRemoval unusedClients,
            BatchedRemoval removal,
            Clock clock) {
        this.secrets = secrets;
        this.assertions = assertions;
        this.initialTokens = initialTokens;
        this.unusedClients = unusedClients;
        this.removal = removal;
        this.clock = clock;
    }

    /**
     * Removes expired secrets, assertions and initial access tokens, and unused clients. Returns the number of removed
     * rows.
     */
    long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> secrets.removeExpired(now))
                + assertions.removeExpired(now)
                + initialTokens.removeExpired(now)
                + unusedClients.remove(now);
    }
}
