package dev.signet.tokens;

import dev.signet.accounts.AccountService;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Since when what an account was given counts. Sessions that rest on a login before that end, each by its id, so that nothing hangs
 * on the whole seconds of a token: one that is issued a moment later is of another session and good.
 */
@ApplicationScoped
public class NotBefore {

    // Longer than any transaction may last: a session whose transaction was under way is found after its end.
    private static final Duration LEFT_OVER = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;

    private final NotBeforeRepository repository;
    private final SessionService service;
    private final AccountService accounts;
    private final SecurityEvents events;
    private final DatabaseClock databaseClock;
    private final Clock clock;

    NotBefore(
            NotBeforeRepository repository,
            SessionService service,
            AccountService accounts,
            SecurityEvents events,
            DatabaseClock databaseClock,
            Clock clock) {
        this.repository = repository;
        this.service = service;
        this.accounts = accounts;
        this.events = events;
        this.databaseClock = databaseClock;
        this.clock = clock;
    }

    /**
     * Ends everything an account was given on the strength of a login before an instant, and lets no such login give anything more.
     *
     * @param instant now if null, and then whatever there is ends; an earlier one than was set before changes nothing
     * @param cause the event that this is
     * @return the instant from which on things count
     * @throws ServiceException {@code not_found} if there is no such account
     */
    public Instant declare(UUID accountId, @Nullable Instant instant, SecurityEvent cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (instant != null && instant.isAfter(now)) {
            throw ServiceException.invalidMember("not_before", "not_before is in the future");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.joiningExisting()
                        .call(() -> apply(accountId, instant == null ? now : instant, instant == null, cause));
            } catch (RuntimeException e) {
                // Somebody else set the first one.
                if (attempt == ATTEMPTS || !UniqueViolation.causedBy(e)) {
                    throw e;
                }
            }
        }
    }

    private Instant apply(UUID accountId, Instant instant, boolean everything, SecurityEvent cause) {
        if (accounts.find(accountId).isEmpty()) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "account not found");
        }
        repository.set(accountId, instant);
        Instant holds = repository.findById(accountId).notBefore;
        if (everything) {
            service.endAll(accountId, null, SessionEnd.NOT_BEFORE);
        } else {
            service.endAllBefore(accountId, holds, SessionEnd.NOT_BEFORE);
        }
        events.record(cause.subject(accountId.toString()).detail("not_before", holds.toString()));
        return holds;
    }

    /** Since when what the account was given counts; empty if that was never said. */
    @Transactional
    public Optional<Instant> of(UUID accountId) {
        return repository.findByIdOptional(accountId).map(row -> row.notBefore);
    }

    /** Whether a login at that time counts for nothing. */
    boolean excludes(UUID accountId, Instant authTime) {
        return repository.isBefore(accountId, authTime);
    }

    /** Ends sessions that were being opened while an instant was set, so that neither transaction saw the other. */
    @Transactional
    void endLeftOver() {
        Instant since = databaseClock.now().minus(LEFT_OVER);
        repository
                .sessionsLeftOver(since, clock.instant())
                .forEach(id -> service.endGranted(id, SessionEnd.NOT_BEFORE));
    }
}
