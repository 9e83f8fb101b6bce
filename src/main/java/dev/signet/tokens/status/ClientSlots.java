package dev.signet.tokens.status;

import dev.signet.keys.KeySchedule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Status list entries for the tokens of clients that act for themselves, one per token. The slots are stored as owned
 * by the client before they are used. Each query reserves twice as many as the previous one, up to a limit, so that
 * hardly any token waits for the database.
 */
@Singleton
final class ClientSlots {

    private static final String CLIENT = "cid";
    private static final int MAX_SLOTS = 128;

    private final FreeSlots free;
    private final SlotOwnerRepository owners;
    private final StatusTimes times;
    private final Clock clock;
    private final SecureRandom random;
    /** Entry runs of the clients, by the identity under which a client registration is revoked. */
    private final Map<String, EntryRun> runs = new ConcurrentHashMap<>();

    ClientSlots(FreeSlots free, SlotOwnerRepository owners, KeySchedule schedule, Clock clock, SecureRandom random) {
        this.free = free;
        this.owners = owners;
        this.times = StatusTimes.of(schedule);
        this.clock = clock;
        this.random = random;
    }

    /** Returns whether the next entry is available without a database query. */
    boolean hasNext(String registration) {
        EntryRun run = runs.get(registration);
        return run != null && run.hasNext();
    }

    /**
     * Returns an entry that no other token has. Queries the database if none is available; on an event loop thread,
     * which must not wait, it returns the last entry a second time.
     */
    StatusEntry next(String registration) {
        EntryRun run = runs.get(registration);
        while (true) {
            StatusEntry entry = run == null ? null : run.next();
            if (entry != null) {
                return entry;
            }
            if (run != null && Context.isOnEventLoopThread()) {
                return run.last();
            }
            run = runs.compute(
                    registration,
                    (id, existing) -> existing != null && existing.hasNext() ? existing : reserve(id, existing));
        }
    }

    private EntryRun reserve(String registration, @Nullable EntryRun previous) {
        int count = previous == null || previous.isExpired() ? 1 : Math.min(2 * previous.slots().length, MAX_SLOTS);
        StatusSlot[] slots = new StatusSlot[count];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            slots[i] = free.lease().slot();
            text.append(i == 0 ? "" : " ").append(SetEntries.text(slots[i]));
        }
        long until = System.nanoTime() + times.retained().toNanos();
        Instant removeAfter = clock.instant().plus(times.useDuration()).plus(times.maxReferenceTime());
        QuarkusTransaction.requiringNew()
                .run(() -> owners.persist(new SlotOwner(CLIENT, registration, text.toString(), removeAfter)));
        return new EntryRun(slots, until, random);
    }

    /** Removes the runs of clients that have requested no token for a while. */
    void removeExpired() {
        runs.values().removeIf(EntryRun::isExpired);
    }
}
