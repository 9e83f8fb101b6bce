package dev.signet.tokens.notbefore;

import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.tokens.session.SessionService;
import dev.signet.tokens.session.SessionStartCondition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Not-before instant of an account: sessions that were authenticated before it end. Each session is revoked by its id,
 * so the result does not depend on the whole seconds of token times. A token that is issued a moment later belongs to
 * another session and stays valid.
 */
@ApplicationScoped
public class NotBefore implements SessionStartCondition {

    // Longer than any transaction, so that a session is found even if its transaction was open when the instant was
    // set.
    private static final Duration MISSED_SESSION_WINDOW = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    private final NotBeforeRepository repository;
    private final SessionService service;
    private final AccountService accounts;
    private final SecurityEvents events;
    private final Event<NotBeforeSet> notBeforeSet;
    private final DatabaseClock databaseClock;
    private final Clock clock;

    NotBefore(
            NotBeforeRepository repository,
            SessionService service,
            AccountService accounts,
            SecurityEvents events,
            Event<NotBeforeSet> notBeforeSet,
            DatabaseClock databaseClock,
            Clock clock) {
        this.repository = repository;
        this.service = service;
        this.accounts = accounts;
        this.events = events;
        this.notBeforeSet = notBeforeSet;
        this.databaseClock = databaseClock;
        this.clock = clock;
    }

    /**
     * Ends everything that was granted to an account on a login before an instant, and prevents further grants on such
     * logins.
     *
     * @param instant null for now, which ends all sessions; an instant before the stored one changes nothing
     * @param actor the account of the administrator, if one is known
     * @return the instant that applies
     * @throws ServiceException {@code not_found} if there is no such account
     */
    public Instant set(UUID accountId, @Nullable Instant instant, @Nullable UUID actor) {
        return set(accountId, instant, actor, null);
    }

    /**
     * Ends everything that was granted to an account until now, at the request of a client.
     *
     * @throws ServiceException {@code not_found} if there is no such account
     */
    public void setToNow(UUID accountId, String clientId) {
        set(accountId, null, null, clientId);
    }

    private Instant set(UUID accountId, @Nullable Instant instant, @Nullable UUID actor, @Nullable String clientId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (instant != null && instant.isAfter(now)) {
            throw ServiceException.invalidMember("not_before", "not_before is in the future");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.joiningExisting()
                        .call(() ->
                                apply(accountId, instant == null ? now : instant, instant == null, actor, clientId));
            } catch (RuntimeException e) {
                // Another transaction inserted the first row of the account.
                if (attempt == ATTEMPTS || !UniqueViolation.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }

    private Instant apply(
            UUID accountId, Instant instant, boolean everything, @Nullable UUID actor, @Nullable String clientId) {
        if (accounts.find(accountId).isEmpty()) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "account not found");
        }
        repository.set(accountId, instant);
        Instant effective = repository.findById(accountId).notBefore;
        if (everything) {
            service.endAll(accountId, null, SessionEnd.NOT_BEFORE);
        } else {
            service.endAllBefore(accountId, effective, SessionEnd.NOT_BEFORE);
        }
        events.record(SecurityEvent.of(EventType.ACCOUNT_NOT_BEFORE_SET)
                .actor(actor)
                .client(clientId)
                .subject(accountId.toString())
                .detail("not_before", effective.toString()));
        notBeforeSet.fire(new NotBeforeSet(accountId, effective, actor));
        return effective;
    }

    /** Returns the not-before instant of an account; empty if none was ever set. */
    @Transactional
    public Optional<Instant> of(UUID accountId) {
        return repository.findByIdOptional(accountId).map(row -> row.notBefore);
    }

    /** Returns whether a login at that time is not before the not-before instant. */
    @Override
    public boolean allows(UUID accountId, Instant authTime) {
        return !repository.hasLaterInstant(accountId, authTime);
    }

    /** Ends sessions that were opened while an instant was set, so that neither transaction saw the other. */
    @Transactional
    void endMissedSessions() {
        Instant since = databaseClock.now().minus(MISSED_SESSION_WINDOW);
        repository
                .findMissedSessions(since, clock.instant())
                .forEach(id -> service.endClientSession(id, SessionEnd.NOT_BEFORE));
    }
}
