package dev.signet.oauth.request;

import dev.signet.clients.ClientDeleted;
import dev.signet.database.BatchedRemoval;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps requests that clients pushed (RFC 9126): for one client, for a minute, for one answer. Pages may be loaded again until then,
 * because browsers and what looks after them do so. What no browser brings is gone when it has expired.
 */
@ApplicationScoped
class PushedRequests {

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final Pattern FORM = Pattern.compile(Pattern.quote(PREFIX) + "[A-Za-z0-9_-]{43}");

    private final PushedRequestRepository repository;
    private final BatchedRemoval removal;
    private final RequestConfig config;
    private final Clock clock;
    private final SecureRandom random;

    PushedRequests(
            PushedRequestRepository repository,
            BatchedRemoval removal,
            RequestConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.removal = removal;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Remembers a request and returns its {@code request_uri}. */
    @Transactional
    String push(RequestParameters parameters, String clientId) {
        String uri = PREFIX + RandomText.secret(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.persist(new StoredPushedRequest(
                SecretDigest.sha256(uri), clientId, parameters.toText(), now.plus(config.pushedTtl())));
        return uri;
    }

    Duration ttl() {
        return config.pushedTtl();
    }

    /** Whether it has the form of those this service gives out. */
    static boolean isOurs(String requestUri) {
        return requestUri.startsWith(PREFIX);
    }

    /**
     * The request of a {@code request_uri}; empty if it is unknown, expired, used, or another client's.
     *
     * @param atPages how long somebody may be at the pages of a request; for as long its use is remembered
     */
    @Transactional
    Optional<PresentedRequest> find(String requestUri, String clientId, Duration atPages) {
        if (!FORM.matcher(requestUri).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return repository
                .unused(SecretDigest.sha256(requestUri), clientId, now)
                // Whoever brings it last does so before it expires.
                .filter(stored -> repository.keep(stored.id, stored.expiresAt.plus(atPages), now))
                .map(StoredPushedRequest::request);
    }

    /** Uses a request up; false if it was used before. */
    @Transactional
    boolean use(UUID id) {
        return repository.use(id);
    }

    void onClientDeleted(@Observes ClientDeleted event) {
        repository.removeOf(event.clientId());
    }

    /** Removes old ones; returns how many. */
    long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> repository.removeThoseDueBefore(now));
    }
}
