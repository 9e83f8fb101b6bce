package dev.signet.clients.administration;

import dev.signet.clients.authentication.UsedAssertions;
import dev.signet.clients.registration.InitialTokens;
import dev.signet.clients.registry.ClientStore;
import dev.signet.clients.registry.UnusedClientRemoval;
import dev.signet.database.BatchedRemoval;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Removal of expired and unused rows. */
@ApplicationScoped
class ClientCleanUp {

    private final ClientStore store;
    private final UsedAssertions assertions;
    private final InitialTokens initialTokens;
    private final UnusedClientRemoval unusedClients;
    private final BatchedRemoval removal;
    private final Clock clock;

    ClientCleanUp(
            ClientStore store,
            UsedAssertions assertions,
            InitialTokens initialTokens,
            UnusedClientRemoval unusedClients,
            BatchedRemoval removal,
            Clock clock) {
        this.store = store;
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
        return removal.run(() -> store.removeExpiredSecrets(now))
                + assertions.removeExpired(now)
                + initialTokens.removeExpired(now)
                + unusedClients.remove(now);
    }
}
