package dev.signet.apikeys;

import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** The expiry of API keys. */
@Singleton
final class ApiKeyExpiry {

    private final ApiKeysConfig config;

    ApiKeyExpiry(ApiKeysConfig config) {
        this.config = config;
    }

    /**
     * Returns the expiry of a key that is created now; null for none.
     *
     * @throws ServiceException if the requested expiry has passed, or exceeds the maximum time to live
     */
    @Nullable
    Instant end(@Nullable RequestedExpiry requested, Instant now) {
        return requested == null ? now.plus(bounded(config.defaultTtl())) : accepted(requested, now);
    }

    /**
     * Returns the expiry of a key that replaces another one now; without a request it has the same time to live.
     *
     * @throws ServiceException as for {@link #end}
     */
    @Nullable
    Instant endOfRotated(StoredApiKey former, @Nullable RequestedExpiry requested, Instant now) {
        if (requested != null) {
            return accepted(requested, now);
        }
        Instant end = former.expiresAt;
        if (end != null) {
            return now.plus(bounded(Duration.between(former.issuedAt, end)));
        }
        return config.maxTtl().map(now::plus).orElse(null);
    }

    private @Nullable Instant accepted(RequestedExpiry requested, Instant now) {
        Instant latest = config.maxTtl().map(now::plus).orElse(Instant.MAX);
        Instant end = requested.at();
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
