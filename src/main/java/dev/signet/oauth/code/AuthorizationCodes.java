package dev.signet.oauth.code;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.secrets.SecretDigest;
import dev.signet.secrets.TokenPrefix;
import dev.signet.tokens.session.BrowserSessionEnded;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Service for authorization codes (RFC 6749 §4.1.2). A code has 256 random bits of which only the SHA-256 is stored; it
 * is valid once and for a minute by default.
 */
@ApplicationScoped
public class AuthorizationCodes {

    private final CodeRepository repository;
    private final SessionService sessions;
    private final SecurityEvents events;
    private final CodeConfig config;
    private final Clock clock;
    private final SecureRandom random;

    AuthorizationCodes(
            CodeRepository repository,
            SessionService sessions,
            SecurityEvents events,
            CodeConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.sessions = sessions;
        this.events = events;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Issues a code for a grant. */
    @Transactional
    public String issue(CodeGrant grant) {
        String code = TokenPrefix.AUTHORIZATION_CODE.randomToken(random);
        repository.persist(new StoredCode(SecretDigest.sha256(code), grant, now().plus(config.ttl())));
        return code;
    }

    /**
     * Consumes a code within the current transaction, in which its session must be opened too. Returns empty if the
     * code is unknown, expired, used, or does not match the request; in the last case it remains valid for a matching
     * request. After an empty result, the caller must call {@link #endSessionAfterReplay}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UsedCode> consume(PresentedCode presented) {
        Instant now = now();
        return repository
                .findByHash(presented.hash())
                .map(code -> new UsedCode(code.toGrant(), code.sessionId))
                .filter(code -> presented.matches(code.grant()))
                .filter(code -> repository.consume(presented.hash(), now, now.plus(config.retention())));
    }

    /**
     * Ends the session of a code that was used before: one of its two users has stolen the code (RFC 6749 §4.1.2, RFC
     * 9700 §2.1.1). The end of the session is committed before the error is returned. Does nothing if the code was
     * rejected for another reason.
     */
    @Transactional
    public void endSessionAfterReplay(PresentedCode presented) {
        repository
                .findByHash(presented.hash())
                .filter(code -> code.usedAt != null && code.clientId.equals(presented.clientId()))
                .filter(code -> sessions.end(code.sessionId, SessionEnd.REPLAY))
                .ifPresent(code -> events.record(SecurityEvent.of(EventType.CODE_REPLAYED)
                        .actor(code.accountId)
                        .subject(code.sessionId.toString())
                        .client(code.clientId)));
    }

    // A sign-out or a revocation invalidates the codes of the browser session. This observer runs before those that end
    // sessions, so that they find a session that a concurrent redemption opens.
    void onBrowserSessionEnded(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) BrowserSessionEnded event) {
        repository.removeUnused(event.browserSessionId());
    }

    /**
     * Deletes the unused codes of an account and a client within the current transaction. Waits for a concurrent
     * redemption, whose session the transaction then finds.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revokeUnused(UUID accountId, String clientId) {
        repository.removeUnused(accountId, clientId);
    }

    /** Deletes the unused codes of a client within the current transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void revokeUnused(String clientId) {
        repository.removeUnused(clientId);
    }

    // A client created again under the same client_id must not redeem the codes of the deleted one.
    void onClientDeleted(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ClientDeleted event) {
        repository.removeUnused(event.clientId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
