package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.database.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Check of a session and its account against the database instead of a cache of this node. */
@ApplicationScoped
public class LiveSessions {

    private final SessionRepository sessions;
    private final AccountService accounts;
    private final Clock clock;

    LiveSessions(SessionRepository sessions, AccountService accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Returns a part of a statement of another package: the join {@code session} with the live sessions of an account
     * that were authenticated before an instant.
     *
     * @param accountId the column with the account
     * @param authenticatedBefore the column with the instant
     * @param now the time at which the sessions are live
     */
    public static <R> SqlStatement<R> join(String accountId, String authenticatedBefore, Function<R, Instant> now) {
        return SqlStatement.of(
                " join session on session.account_id = " + accountId + " and session.auth_time < " + authenticatedBefore
                        + " and session.ended_at is null and session.idle_expires_at > ",
                now);
    }

    /**
     * Returns the account of a session; empty if the session has ended or expired, or the account may not receive
     * tokens at present.
     */
    @Transactional
    public Optional<Account> accountOf(UUID sessionId) {
        return sessions.findByIdOptional(sessionId)
                .filter(session -> session.isLive(clock.instant()))
                .flatMap(session -> accounts.findActive(session.accountId));
    }
}
