package dev.signet.oidc.userinfo;

import dev.signet.accounts.AccessReduced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who was read within the last seconds, by session and who asks, since each is told something else; no more than a bounded number. */
@ApplicationScoped
class RecentPersons {

    private static final int MOST = 10_000;

    private record Key(UUID sessionId, String clientId) {

        static Key of(PersonToken token) {
            return new Key(token.sessionId(), token.clientId());
        }
    }

    private record Entry(Person person, Instant until) {}

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private final Duration life;
    private final Clock clock;

    RecentPersons(UserInfoConfig config, Clock clock) {
        this.life = config.reuse();
        this.clock = clock;
    }

    Optional<Person> find(PersonToken token) {
        Entry entry = entries.get(Key.of(token));
        return entry != null && clock.instant().isBefore(entry.until())
                ? Optional.of(entry.person())
                : Optional.empty();
    }

    void add(PersonToken token, Person person) {
        if (life.isZero()) {
            return;
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(Key.of(token), new Entry(person, clock.instant().plus(life)));
    }

    void forgetExpired() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !now.isBefore(entry.until()));
    }

    void onAccessReduced(@Observes AccessReduced event) {
        entries.values().removeIf(entry -> entry.person().account().id().equals(event.accountId()));
    }
}
