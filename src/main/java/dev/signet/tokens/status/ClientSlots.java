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
 * Entries for the tokens of clients that act for themselves, one for each token. They are put down as the client's before they are
 * given out, several slots at a time and twice as many each time, so that hardly any token waits for the database.
 */
@Singleton
final class ClientSlots {

    private static final String CLIENT = "cid";
    private static final int MOST = 128;

    private final FreeSlots free;
    private final SlotOwnerRepository owners;
    private final StatusTimes times;
    private final Clock clock;
    private final SecureRandom random;
    /** The runs of entries by the identity that revokes the registration of the client. */
    private final Map<String, EntryRun> runs = new ConcurrentHashMap<>();

    ClientSlots(FreeSlots free, SlotOwnerRepository owners, KeySchedule schedule, Clock clock, SecureRandom random) {
        this.free = free;
        this.owners = owners;
        this.times = StatusTimes.of(schedule);
        this.clock = clock;
        this.random = random;
    }

    /** Whether the next entry is there without asking the database. */
    boolean hasNext(String registration) {
        EntryRun run = runs.get(registration);
        return run != null && run.hasNext();
    }

    /** An entry no other token has. Asks the database if there is none; where that must not be waited for, one is given twice. */
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
                    registration, (id, known) -> known != null && known.hasNext() ? known : reserve(id, known));
        }
    }

    private EntryRun reserve(String registration, @Nullable EntryRun before) {
        int count = before == null || before.isOver() ? 1 : Math.min(2 * before.slots().length, MOST);
        StatusSlot[] slots = new StatusSlot[count];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            slots[i] = free.take().slot();
            text.append(i == 0 ? "" : " ").append(SetEntries.text(slots[i]));
        }
        long until = System.nanoTime() + times.held().toNanos();
        Instant removeAfter = clock.instant().plus(times.use()).plus(times.life());
        QuarkusTransaction.requiringNew()
                .run(() -> owners.persist(new SlotOwner(CLIENT, registration, text.toString(), removeAfter)));
        return new EntryRun(slots, until, random);
    }

    /** Forgets clients that have not asked for a while. */
    void forgetOver() {
        runs.values().removeIf(EntryRun::isOver);
    }
}
