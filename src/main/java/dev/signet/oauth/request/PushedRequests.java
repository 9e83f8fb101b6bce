package dev.signet.oauth.request;

import dev.signet.clients.ClientDeleted;
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
 * Storage of pushed requests (RFC 9126). A request belongs to one client, expires after a minute by default and is
 * valid for one response. Pages may be loaded again before the response, because browsers and link scanners do so. A
 * request that no browser presents is removed after its expiry.
 */
@ApplicationScoped
class PushedRequests {

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final Pattern REQUEST_URI = Pattern.compile(Pattern.quote(PREFIX) + "[A-Za-z0-9_-]{43}");

    private final PushedRequestRepository repository;
    private final RequestConfig config;
    private final Clock clock;
    private final SecureRandom random;

    PushedRequests(PushedRequestRepository repository, RequestConfig config, Clock clock, SecureRandom random) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Stores a request and returns its {@code request_uri}. */
    @Transactional
    String store(RequestParameters parameters, String clientId) {
        String uri = PREFIX + RandomText.secret(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.persist(new StoredPushedRequest(
                SecretDigest.sha256(uri), clientId, parameters.toText(), now.plus(config.pushedTtl())));
        return uri;
    }

    Duration ttl() {
        return config.pushedTtl();
    }

    /** Returns whether a {@code request_uri} has the prefix of those that this service issues. */
    static boolean isPushedRequestUri(String requestUri) {
        return requestUri.startsWith(PREFIX);
    }

    /**
     * Finds the request of a {@code request_uri}; returns empty if it is unknown, expired, used, or belongs to another
     * client.
     *
     * @param pageTtl the maximum time that a user may spend on the pages of a request; the request is recorded as used
     *     at least as long
     */
    @Transactional
    Optional<PresentedRequest> find(String requestUri, String clientId, Duration pageTtl) {
        if (!REQUEST_URI.matcher(requestUri).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return repository
                .findUnused(SecretDigest.sha256(requestUri), clientId, now)
                // A browser can present the request for the last time just before it expires.
                .filter(stored -> repository.extendRetention(stored.id, stored.expiresAt.plus(pageTtl), now))
                .map(StoredPushedRequest::toPresentedRequest);
    }

    /** Consumes a request; returns false if it was consumed before. */
    @Transactional
    boolean consume(UUID id) {
        return repository.consume(id);
    }

    void onClientDeleted(@Observes ClientDeleted event) {
        repository.removeAllOfClient(event.clientId());
    }
}
