package dev.signet.oidc.userinfo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.signet.accounts.event.AccessReduced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

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

    private final Cache<Key, UserInfoSubject> subjects;

    UserInfoSubjectCache(UserInfoConfig config, Clock clock) {
        // The thread that adds an account also drops one, so that the size is never exceeded.
        this.subjects = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfterWrite(config.reuse())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    Optional<UserInfoSubject> find(UserInfoToken token) {
        return Optional.ofNullable(subjects.getIfPresent(Key.of(token)));
    }

    void add(UserInfoToken token, UserInfoSubject subject) {
        subjects.put(Key.of(token), subject);
    }

    void onAccessReduced(@Observes AccessReduced event) {
        subjects.asMap().values().removeIf(subject -> subject.account().id().equals(event.accountId()));
    }
}
