package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.SqlStatement;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Refresh for a client without refresh-token rotation (RFC 9700 §4.14.2): the presented token stays current. */
@ApplicationScoped
class NonRotatingRefresh {

    private record Extension(
            RefreshTokenReplacement replacement, Instant now, Instant idleExpiresAt, Instant removeAfter) {}

    private static final SqlStatement<Extension> EXTEND = SqlStatement.<Extension>of(
                    "update session set last_used_at = ", Extension::now)
            .append(", idle_expires_at = least(expires_at, ", Extension::idleExpiresAt)
            .append("), remove_after = ", Extension::removeAfter)
            .append(" where ")
            .append(Session.refreshableCondition(Extension::replacement, Extension::now));

    private final EntityManager entities;
    private final SessionRepository sessions;
    private final AccountService accounts;
    private final AccessTokens accessTokens;
    private final SessionStatusSlot statusSlot;
    private final SecurityEvents events;
    private final SessionConfig config;
    private final Clock clock;

    NonRotatingRefresh(
            EntityManager entities,
            SessionRepository sessions,
            AccountService accounts,
            AccessTokens accessTokens,
            SessionStatusSlot statusSlot,
            SecurityEvents events,
            SessionConfig config,
            Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.statusSlot = statusSlot;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Issues an access token for the presented refresh token. If it returns empty, {@link
     * RefreshTokenRotation#retryOrDetectReuse} finds the reason.
     */
    @Transactional
    Optional<IssuedTokens> run(RefreshTokenReplacement replacement) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!extend(replacement, now)) {
            return Optional.empty();
        }
        return sessions.findByIdOptional(replacement.presented().family())
                .flatMap(session -> accounts.findActive(session.accountId)
                        .map(account -> issued(account, session, replacement, now)));
    }

    private boolean extend(RefreshTokenReplacement replacement, Instant now) {
        Duration ttl = SessionExpiry.refreshTokenTtl(replacement.options().settings(), config);
        Instant idleExpiresAt = now.plus(ttl);
        Extension extension =
                new Extension(replacement, now, idleExpiresAt, SessionExpiry.removalTime(idleExpiresAt, ttl));
        return EXTEND.createQuery(entities, extension).executeUpdate() == 1;
    }

    private IssuedTokens issued(Account account, Session session, RefreshTokenReplacement replacement, Instant now) {
        SessionGrant sessionGrant = replacement.options().downscope().applyTo(session.grant());
        events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(account.id())
                .subject(session.id.toString())
                .client(session.clientId));
        return new IssuedTokens(
                account,
                sessionGrant,
                accessTokens.issue(account, sessionGrant, replacement.options(), statusSlot.next(session)),
                replacement.presented().value(),
                Duration.between(now, session.idleExpiresAt));
    }
}
