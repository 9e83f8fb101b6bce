package dev.signet.tokens.status;

import dev.signet.database.BatchedRemoval;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;

/** Removal of status lists that no unexpired token refers to, and of their slot owners. */
@ApplicationScoped
public class StatusCleanUp {

    private final StatusListRepository lists;
    private final SlotOwnerRepository owners;
    private final BatchedRemoval removal;
    private final Clock clock;

    StatusCleanUp(StatusListRepository lists, SlotOwnerRepository owners, BatchedRemoval removal, Clock clock) {
        this.lists = lists;
        this.owners = owners;
        this.removal = removal;
        this.clock = clock;
    }

    public void run() {
        removal.run(lists::removeUnused);
        Instant now = clock.instant();
        removal.run(() -> owners.removeExpired(now));
    }
}
