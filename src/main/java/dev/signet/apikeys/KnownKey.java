package dev.signet.apikeys;

import dev.signet.tokens.StandIn;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** An API key as a node remembers it: good when it was read, and what it then stood for. */
final class KnownKey {

    /** Short beside the time for which the table keeps a revoked key: no node can miss that it was revoked. */
    static final Duration LONGEST_MEMORY = Duration.ofMinutes(10);

    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final UUID id;
    private final StandIn standIn;
    private final @Nullable Instant endsAt;
    private final Instant readAt;
    private final AtomicLong notedAt;

    KnownKey(UUID id, StandIn standIn, @Nullable Instant endsAt, Instant readAt, @Nullable Instant lastUsedAt) {
        this.id = id;
        this.standIn = standIn;
        this.endsAt = endsAt;
        this.readAt = readAt;
        this.notedAt = new AtomicLong(lastUsedAt == null ? 0 : lastUsedAt.toEpochMilli());
    }

    UUID id() {
        return id;
    }

    StandIn standIn() {
        return standIn;
    }

    boolean isGood(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(readAt.plus(LONGEST_MEMORY));
    }

    /** Whether its present use is to be noted; true for one of those who ask, and then not again for a minute. */
    boolean takeNote(Instant now) {
        long last = notedAt.get();
        return now.toEpochMilli() - last >= BETWEEN_NOTES.toMillis() && notedAt.compareAndSet(last, now.toEpochMilli());
    }

    @Override
    public String toString() {
        return "KnownKey[" + id + "]";
    }
}
