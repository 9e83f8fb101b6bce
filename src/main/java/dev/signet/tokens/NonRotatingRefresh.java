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

/** Refresh for a client without refresh-token rotation (RFC 9700 §4.14.2): the presented token stays current. */
@ApplicationScoped
class NonRotatingRefresh {

    private static final String EXTEND = """
            update session set
                last_used_at = :now, idle_expires_at = least(expires_at, :idle), remove_after = :remove
            where id = :id and generation = :generation and current_hash = :hash and client_id = :client
                and ended_at is null and idle_expires_at > :now and (dpop_jkt is null or dpop_jkt = :jkt)
                and\s""" + JoinedAccount.mayReceiveTokens("session.account_id");

    private final EntityManager entities;
    private final SessionRepository sessions;
    private final AccountService accounts;
    private final AccessTokens accessTokens;
    private final SessionStatusSlot slots;
    private final SecurityEvents events;
    private final TokensConfig config;
    private final Clock clock;

    NonRotatingRefresh(
            EntityManager entities,
            SessionRepository sessions,
            AccountService accounts,
            AccessTokens accessTokens,
            SessionStatusSlot slots,
            SecurityEvents events,
            TokensConfig config,
            Clock clock) {
        this.entities = entities;
        this.sessions = sessions;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.slots = slots;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Issues an access token for the presented refresh token. If it returns empty, {@link
     * RefreshTokenRotation#retryOrDetectReuse} finds the reason.
     */
    @Transactional
    Optional<IssuedTokens> run(RefreshTokenReplacement rotation) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!extend(rotation, now)) {
            return Optional.empty();
        }
        return sessions.findByIdOptional(rotation.presented().family())
                .flatMap(session -> accounts.mayReceiveTokens(session.accountId)
                        .map(account -> issued(account, session, rotation, now)));
    }

    private boolean extend(RefreshTokenReplacement rotation, Instant now) {
        Duration ttl = SessionExpiry.refreshTokenTtl(rotation.form().settings(), config);
        Instant idleExpiresAt = now.plus(ttl);
        RefreshToken presented = rotation.presented();
        return entities.createNativeQuery(EXTEND)
                        .setParameter("now", now)
                        .setParameter("idle", idleExpiresAt)
                        .setParameter("remove", RemovalTime.of(idleExpiresAt, ttl))
                        .setParameter("id", presented.family())
                        .setParameter("generation", presented.generation())
                        .setParameter("hash", rotation.presentedHash())
                        .setParameter("client", rotation.clientId())
                        .setParameter("jkt", rotation.keyThumbprint())
                        .executeUpdate()
                == 1;
    }

    private IssuedTokens issued(Account account, Session session, RefreshTokenReplacement rotation, Instant now) {
        Granted granted = rotation.form().downscope().applyTo(session.granted());
        events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(account.id())
                .subject(session.id.toString())
                .client(session.clientId));
        return new IssuedTokens(
                account,
                granted,
                accessTokens.issue(account, granted, rotation.form(), slots.next(session)),
                rotation.presented().value(),
                Duration.between(now, session.idleExpiresAt));
    }
}
