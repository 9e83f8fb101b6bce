package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

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
     * Returns a part of a JPQL query of another package: the join {@code session} with the live sessions of an account
     * that were authenticated before an instant. Both parameters are JPQL expressions; the query sets {@code :now}.
     */
    public static String join(String accountId, String authenticatedBefore) {
        return " join Session session on session.accountId = " + accountId + " and session.authTime < "
                + authenticatedBefore + " and session.endedAt is null and session.idleExpiresAt > :now";
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
