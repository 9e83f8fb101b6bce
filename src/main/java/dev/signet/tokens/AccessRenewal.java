package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.JoinedAccount;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Replaces an access token that is still good by a fresh one of its session. Only for sessions that were opened without refresh
 * tokens and for this: an access token must never keep alive what a refresh token is asked for.
 */
@ApplicationScoped
public class AccessRenewal {

    // A session of an OAuth client that has no refresh tokens has a browser session behind it, or a life that is over
    // with its token.
    private static final String RENEW = """
            update session set
                last_used_at = :now, idle_expires_at = least(expires_at, :idle), remove_after = :remove
            where id = :id and client_id = :client and current_hash is null and browser_session_id is null
                and ended_at is null and idle_expires_at > :now and\s""" + JoinedAccount.mayReceiveTokens("session.account_id");

    private final EntityManager entities;
    private final SessionRepository sessions;
    private final AccessTokenVerifier verifier;
    private final AccessTokens accessTokens;
    private final AccountService accounts;
    private final SecurityEvents events;
    private final SessionSlot slots;
    private final TokensConfig config;
    private final Clock clock;

    AccessRenewal(
            EntityManager entities,
            SessionRepository sessions,
            AccessTokenVerifier verifier,
            AccessTokens accessTokens,
            AccountService accounts,
            SecurityEvents events,
            SessionSlot slots,
            TokensConfig config,
            Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.verifier = verifier;
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.events = events;
        this.slots = slots;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A fresh token for one of that client; roles are read afresh. Empty if the one presented is expired, revoked or bound to a
     * key, or its session has ended, has reached its absolute limit, or has refresh tokens for this, or its account lost access.
     */
    @Transactional
    public Optional<IssuedAccessToken> renew(String presented, String clientId) {
        return verifier.verifyOwn(presented)
                .filter(token -> BoundTokens.isBearer(token.claims()))
                .flatMap(token -> token.claims().string("sid"))
                .map(UUID::fromString)
                .filter(session -> prolong(session, clientId))
                .flatMap(sessions::findByIdOptional)
                .flatMap(session ->
                        accounts.mayReceiveTokens(session.accountId).map(account -> issue(account, session)));
    }

    private IssuedAccessToken issue(Account account, Session session) {
        Granted granted = session.granted();
        events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(account.id())
                .subject(granted.sessionId().toString())
                .client(granted.clientId()));
        return accessTokens.issue(account, granted, TokenForm.AS_CONFIGURED, slots.next(session));
    }

    private boolean prolong(UUID session, String clientId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration ttl = config.accessTokenTtl();
        return entities.createNativeQuery(RENEW)
                        .setParameter("now", now)
                        .setParameter("idle", now.plus(ttl))
                        .setParameter("remove", RemovalTime.of(now.plus(ttl), config.refreshTokenTtl()))
                        .setParameter("id", session)
                        .setParameter("client", clientId)
                        .executeUpdate()
                == 1;
    }
}
