package dev.signet.clients;

import dev.signet.clients.assertion.UsedAssertions;
import dev.signet.database.BatchedRemoval;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Removes what is of no use any more. */
@ApplicationScoped
class ClientCleanUp {

    private final SecretRepository secrets;
    private final UsedAssertions assertions;
    private final BatchedRemoval removal;
    private final Clock clock;

    ClientCleanUp(SecretRepository secrets, UsedAssertions assertions, BatchedRemoval removal, Clock clock) {
        this.secrets = secrets;
        this.assertions = assertions;
        this.removal = removal;
        this.clock = clock;
    }

    /** Removes expired secrets and assertions; returns how many. */
    long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> secrets.removeExpired(now)) + assertions.removeExpired(now);
    }
}
