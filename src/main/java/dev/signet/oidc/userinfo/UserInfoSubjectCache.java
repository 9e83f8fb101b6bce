package dev.signet.oidc.userinfo;

import dev.signet.accounts.event.AccessReduced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounded cache of accounts that were read within the last seconds. The key consists of session and client, because
 * each client receives different claims.
 */
@ApplicationScoped
class UserInfoSubjectCache {

    private static final int MAX_ENTRIES = 10_000;

    private record Key(UUID sessionId, String clientId) {

        static Key of(UserInfoToken token) {
            return new Key(token.sessionId(), token.clientId());
        }
    }

    private record Entry(UserInfoSubject subject, Instant until) {}

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private final Duration ttl;
    private final Clock clock;

    UserInfoSubjectCache(UserInfoConfig config, Clock clock) {
        this.ttl = config.reuse();
        this.clock = clock;
    }

    Optional<UserInfoSubject> find(UserInfoToken token) {
        Entry entry = entries.get(Key.of(token));
        return entry != null && clock.instant().isBefore(entry.until())
                ? Optional.of(entry.subject())
                : Optional.empty();
    }

    void add(UserInfoToken token, UserInfoSubject subject) {
        if (ttl.isZero()) {
            return;
        }
        if (entries.size() >= MAX_ENTRIES) {
            entries.clear();
        }
        entries.put(Key.of(token), new Entry(subject, clock.instant().plus(ttl)));
    }

    void removeExpired() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !now.isBefore(entry.until()));
    }

    void onAccessReduced(@Observes AccessReduced event) {
        entries.values().removeIf(entry -> entry.subject().account().id().equals(event.accountId()));
    }
}
