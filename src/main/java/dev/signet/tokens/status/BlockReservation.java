package dev.signet.tokens.status;

import dev.signet.database.DatabaseClock;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.keys.KeySchedule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reservation of blocks of slots for this node, each by one conditional update. It starts a new list if no list has a
 * free block.
 */
@ApplicationScoped
class BlockReservation {

    /** Number of slots in one block. */
    static final int SLOTS = 1_024;

    private static final int BLOCKS = StatusSlot.PER_LIST / SLOTS;
    private static final int ATTEMPTS = 100;

    private final StatusListRepository lists;
    private final DatabaseClock clock;
    private final StatusTimes times;

    BlockReservation(StatusListRepository lists, DatabaseClock clock, KeySchedule schedule) {
        this.lists = lists;
        this.clock = clock;
        this.times = StatusTimes.of(schedule);
    }

    /**
     * Reserves a block for this node only. The rest of the block is lost if the node stops.
     *
     * @throws ServiceException {@code temporarily_unavailable} if other nodes reserved the blocks in all attempts
     */
    ReservedBlock reserve() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ReservedBlock> block = attempt();
            if (block.isPresent()) {
                return block.get();
            }
        }
        throw new ServiceException(ErrorCode.TEMPORARILY_UNAVAILABLE, "concurrent requests reserved every free block");
    }

    private Optional<ReservedBlock> attempt() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                long startNanos = System.nanoTime();
                Instant now = clock.now();
                StoredStatusList open = lists.open(BLOCKS, now);
                if (open == null) {
                    Instant closesAt = now.plus(times.open());
                    open = new StoredStatusList(lists.newest() + 1, 1, closesAt, closesAt.plus(times.useDuration()));
                    lists.persistAndFlush(open);
                    return Optional.of(new ReservedBlock(
                            open.id, 0, startNanos + times.open().toNanos()));
                }
                int number = open.nextBlock;
                return lists.reserve(open.id, number)
                        ? Optional.of(new ReservedBlock(
                                open.id,
                                number,
                                startNanos
                                        + Duration.between(now, open.closesAt).toNanos()))
                        : Optional.empty();
            });
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
