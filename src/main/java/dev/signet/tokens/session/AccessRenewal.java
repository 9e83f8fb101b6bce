package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.JoinedAccount;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.SqlStatement;
import dev.signet.tokens.access.AccessTokenConfig;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.access.IssuedAccessToken;
import dev.signet.tokens.dpop.DpopBoundTokens;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.grant.TokenOptions;
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
 * Renewal of a valid access token within its session. Only sessions that were opened without refresh tokens, for this
 * purpose, can be renewed: an access token must never extend a session that has refresh tokens.
 */
@ApplicationScoped
public class AccessRenewal {

    // The condition excludes OAuth clients. Their sessions without refresh tokens belong to a browser session, or
    // expire with their only access token.
    private static final SqlStatement<Renewal> RENEW = SqlStatement.<Renewal>of(
                    "update session set last_used_at = ", Renewal::now)
            .append(", idle_expires_at = least(expires_at, ", Renewal::idleExpiresAt)
            .append("), remove_after = ", Renewal::removeAfter)
            .append(" where id = ", Renewal::session)
            .append(" and client_id = ", Renewal::clientId)
            .append(" and current_hash is null and browser_session_id is null and ")
            .append(Session.liveCondition(Renewal::now))
            .append(" and " + JoinedAccount.activeCondition("session.account_id"));

    private record Renewal(UUID session, String clientId, Instant now, Instant idleExpiresAt, Instant removeAfter) {}

    private final EntityManager entities;
    private final SessionRepository sessions;
    private final AccessTokenVerifier verifier;
    private final AccessTokens accessTokens;
    private final AccountService accounts;
    private final SecurityEvents events;
    private final SessionStatusSlot statusSlot;
    private final AccessTokenConfig accessConfig;
    private final SessionConfig config;
    private final Clock clock;

    AccessRenewal(
            EntityManager entities,
            SessionRepository sessions,
            AccessTokenVerifier verifier,
            AccessTokens accessTokens,
            AccountService accounts,
            SecurityEvents events,
            SessionStatusSlot statusSlot,
            AccessTokenConfig accessConfig,
            SessionConfig config,
            Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.verifier = verifier;
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.events = events;
        this.statusSlot = statusSlot;
        this.accessConfig = accessConfig;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Issues a new access token for a presented one, with the current roles of the account. Returns empty if the
     * presented token is expired, revoked, bound to a key or issued to another client. Also returns empty if its
     * session has ended, has reached its absolute limit or has refresh tokens, or if its account may no longer receive
     * tokens.
     */
    @Transactional
    public Optional<IssuedAccessToken> renew(String presented, String clientId) {
        return verifier.verifyOwn(presented)
                .filter(token -> DpopBoundTokens.isBearer(token.claims()))
                .flatMap(token -> token.claims().string("sid"))
                .map(UUID::fromString)
                .filter(session -> extend(session, clientId))
                .flatMap(sessions::findByIdOptional)
                .flatMap(session -> accounts.findActive(session.accountId).map(account -> issue(account, session)));
    }

    private IssuedAccessToken issue(Account account, Session session) {
        SessionGrant sessionGrant = session.grant();
        events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(account.id())
                .subject(sessionGrant.sessionId().toString())
                .client(sessionGrant.authorization().clientId()));
        return accessTokens.issue(account, sessionGrant, TokenOptions.AS_CONFIGURED, statusSlot.next(session));
    }

    private boolean extend(UUID session, String clientId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration ttl = accessConfig.accessTokenTtl();
        Renewal renewal = new Renewal(
                session,
                clientId,
                now,
                now.plus(ttl),
                SessionExpiry.removalTime(now.plus(ttl), config.refreshTokenTtl()));
        return RENEW.createQuery(entities, renewal).executeUpdate() == 1;
    }
}
