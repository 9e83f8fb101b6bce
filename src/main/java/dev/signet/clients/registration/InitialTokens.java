package dev.signet.clients.registration;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Initial access tokens (RFC 7591 §1.2): 256 random bits, of which only the SHA-256 is stored, for a limited time and
 * number of clients.
 */
@ApplicationScoped
class InitialTokens {

    private static final Duration DEFAULT_TTL = Duration.ofDays(1);
    private static final Duration MAX_TTL = Duration.ofDays(365);
    private static final int MAX_USES = 10_000;

    private final InitialTokenRepository repository;
    private final SecurityEvents events;
    private final Clock clock;
    private final SecureRandom random;

    InitialTokens(InitialTokenRepository repository, SecurityEvents events, Clock clock, SecureRandom random) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Creates a token.
     *
     * @param seconds its time to live; null for one day
     * @param uses the number of clients; null for one
     */
    @Transactional
    InitialTokenView create(@Nullable Long seconds, @Nullable Integer uses, @Nullable UUID actor) {
        if (seconds != null && (seconds < 1 || seconds > MAX_TTL.toSeconds())) {
            throw ServiceException.invalidMember("expires_in", "expires_in is out of range");
        }
        if (uses != null && (uses < 1 || uses > MAX_USES)) {
            throw ServiceException.invalidMember("uses", "uses is out of range");
        }
        String token = TokenPrefix.INITIAL_ACCESS_TOKEN.randomToken(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredInitialToken stored = new StoredInitialToken(
                SecretDigest.sha256(token),
                now,
                now.plus(seconds == null ? DEFAULT_TTL : Duration.ofSeconds(seconds)),
                uses == null ? 1 : uses);
        repository.persist(stored);
        record(EventType.CLIENT_REGISTRATION_TOKEN_CREATED, stored.id, actor);
        return stored.view(token);
    }

    /** Lists the tokens, oldest first. */
    @Transactional
    Page<InitialTokenView> list(PageRequest request) {
        return repository.oldestFirst(request).map(token -> token.view(null));
    }

    @Transactional
    void delete(UUID id, @Nullable UUID actor) {
        if (!repository.deleteById(id)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "initial access token not found");
        }
        record(EventType.CLIENT_REGISTRATION_TOKEN_DELETED, id, actor);
    }

    /** Returns whether a client may be registered with the token at present. */
    @Transactional
    boolean isLive(String token) {
        return repository.isLive(SecretDigest.sha256(token), clock.instant());
    }

    /** Consumes one use within the current transaction. Returns false if none is left. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean consume(String token) {
        return repository.consume(SecretDigest.sha256(token), clock.instant());
    }

    private void record(EventType type, UUID id, @Nullable UUID actor) {
        events.record(SecurityEvent.of(type).actor(actor).subject(id.toString()));
    }
}
