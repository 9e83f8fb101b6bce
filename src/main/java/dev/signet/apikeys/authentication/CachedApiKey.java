package dev.signet.apikeys.authentication;

import dev.signet.tokens.bearer.AlternativeBearerCredential;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** An API key in the cache of a node: valid when it was read, with its credential. */
public final class CachedApiKey {

    /** Much shorter than the time for which the table keeps a revoked key, so that no node misses the revocation. */
    public static final Duration MAX_CACHE_AGE = Duration.ofMinutes(10);

    private static final Duration RECORD_INTERVAL = Duration.ofMinutes(1);

    private final UUID id;
    private final AlternativeBearerCredential credential;
    private final @Nullable Instant endsAt;
    private final Instant readAt;
    private final AtomicLong lastRecordedAt;

    CachedApiKey(
            UUID id,
            AlternativeBearerCredential credential,
            @Nullable Instant endsAt,
            Instant readAt,
            @Nullable Instant lastUsedAt) {
        this.id = id;
        this.credential = credential;
        this.endsAt = endsAt;
        this.readAt = readAt;
        this.lastRecordedAt = new AtomicLong(lastUsedAt == null ? 0 : lastUsedAt.toEpochMilli());
    }

    UUID id() {
        return id;
    }

    AlternativeBearerCredential credential() {
        return credential;
    }

    boolean isValid(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(readAt.plus(MAX_CACHE_AGE));
    }

    /**
     * Returns whether to record the current use. Of concurrent callers one receives true, and then none for a minute.
     */
    boolean shouldRecordUse(Instant now) {
        long last = lastRecordedAt.get();
        return now.toEpochMilli() - last >= RECORD_INTERVAL.toMillis()
                && lastRecordedAt.compareAndSet(last, now.toEpochMilli());
    }

    @Override
    public String toString() {
        return "CachedApiKey[" + id + "]";
    }
}
