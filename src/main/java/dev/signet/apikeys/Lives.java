package dev.signet.apikeys;

import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** Until when an API key lives. */
@Singleton
final class Lives {

    private final ApiKeysConfig config;

    Lives(ApiKeysConfig config) {
        this.config = config;
    }

    /**
     * The end of a key that is made now; null for none.
     *
     * @throws ServiceException if the end wanted has passed, or the installation does not allow so long a life
     */
    @Nullable
    Instant end(@Nullable WantedEnd wanted, Instant now) {
        return wanted == null ? now.plus(bounded(config.defaultTtl())) : accepted(wanted, now);
    }

    /**
     * The end of a key that takes the place of another now: if nothing is said, as long a life as that one had.
     *
     * @throws ServiceException as for {@link #end}
     */
    @Nullable
    Instant endOfNext(StoredApiKey former, @Nullable WantedEnd wanted, Instant now) {
        if (wanted != null) {
            return accepted(wanted, now);
        }
        Instant end = former.expiresAt;
        if (end != null) {
            return now.plus(bounded(Duration.between(former.issuedAt, end)));
        }
        return config.maxTtl().map(now::plus).orElse(null);
    }

    private @Nullable Instant accepted(WantedEnd wanted, Instant now) {
        Instant latest = config.maxTtl().map(now::plus).orElse(Instant.MAX);
        Instant end = wanted.at();
        if (end == null ? latest.isBefore(Instant.MAX) : !end.isAfter(now) || end.isAfter(latest)) {
            throw ServiceException.invalidMember(
                    "expires_at", "expires_at is in the past, or later than signet.apikeys.max-ttl allows");
        }
        return end;
    }

    private Duration bounded(Duration life) {
        return config.maxTtl().filter(longest -> longest.compareTo(life) < 0).orElse(life);
    }
}
