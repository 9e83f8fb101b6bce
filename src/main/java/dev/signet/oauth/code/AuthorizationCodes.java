package dev.signet.oauth.code;

import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.ClientDeleted;
import dev.signet.database.BatchedRemoval;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.BrowserSessionEnded;
import dev.signet.tokens.SessionEnd;
import dev.signet.tokens.SessionService;
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

/** Authorization codes (RFC 6749 §4.1.2): 256 random bits of which only the SHA-256 is stored, good once and for a minute. */
@ApplicationScoped
public class AuthorizationCodes {

    private static final String PREFIX = "sga_";

    private final CodeRepository repository;
    private final SessionService sessions;
    private final SecurityEvents events;
    private final BatchedRemoval removal;
    private final CodeConfig config;
    private final Clock clock;
    private final SecureRandom random;

    AuthorizationCodes(
            CodeRepository repository,
            SessionService sessions,
            SecurityEvents events,
            BatchedRemoval removal,
            CodeConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.sessions = sessions;
        this.events = events;
        this.removal = removal;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Issues a code for what was allowed. */
    @Transactional
    public String issue(CodeGrant grant) {
        String code = PREFIX + RandomText.secret(random);
        repository.persist(new StoredCode(SecretDigest.sha256(code), grant, now().plus(config.ttl())));
        return code;
    }

    /**
     * Uses a code up within the present transaction, in which its session must be opened too. Empty if it is unknown, expired,
     * used, or does not fit; in the last case it stays good for whom it fits. Then {@link #settle} is to be called.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<UsedCode> use(PresentedCode presented) {
        Instant now = now();
        return repository
                .of(presented.hash())
                .map(code -> new UsedCode(code.grant(), code.sessionId))
                .filter(code -> presented.fits(code.grant()))
                .filter(code -> repository.use(presented.hash(), now, now.plus(config.retention())));
    }

    /**
     * Looks why a code could not be used. If it was used before, whoever has it now or had it then stole it: the session it opened
     * ends (RFC 6749 §4.1.2, RFC 9700 §2.1.1), committed before the refusal is told.
     */
    @Transactional
    public void settle(PresentedCode presented) {
        repository
                .of(presented.hash())
                .filter(code -> code.usedAt != null && code.clientId.equals(presented.clientId()))
                .filter(code -> sessions.end(code.sessionId, SessionEnd.REPLAY))
                .ifPresent(code -> events.record(SecurityEvent.of(EventType.CODE_REPLAYED)
                        .actor(code.accountId)
                        .subject(code.sessionId.toString())
                        .client(code.clientId)));
    }

    // Who has signed out, or was shut out, gives nobody anything any more. Before those that end sessions: one that is
    // just being
    // opened for a code is there then, to be ended with the others.
    void onBrowserSessionEnded(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) BrowserSessionEnded event) {
        repository.removeUnused(event.browserSessionId());
    }

    /**
     * Deletes the unused codes of an account and a client within the present transaction. Waits for a concurrent redemption, whose
     * session the transaction then finds.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(UUID accountId, String clientId) {
        repository.removeUnused(accountId, clientId);
    }

    /** Deletes the unused codes of a client within the present transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(String clientId) {
        repository.removeUnused(clientId);
    }

    // A client created again under the same client_id must not redeem the codes of the deleted one.
    void onClientDeleted(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ClientDeleted event) {
        repository.removeUnused(event.clientId());
    }

    /** Removes codes that can no longer matter; returns how many. */
    long removeExpired() {
        Instant now = clock.instant();
        return removal.run(() -> repository.removeThoseDueBefore(now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
