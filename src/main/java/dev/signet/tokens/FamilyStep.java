package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.error.ServiceException;
import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.status.TokenStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The two transactions of a refresh: advance the family if the presented token is its current one, else judge why not. */
@ApplicationScoped
class FamilyStep {

    private final FamilyAdvance advance;
    private final SessionRepository sessions;
    private final SessionService sessionService;
    private final AccountService accounts;
    private final AccessTokens accessTokens;
    private final TokenStatus status;
    private final RefreshTokenMac mac;
    private final SuccessorSeal seal;
    private final SecurityEvents events;
    private final DatabaseClock databaseClock;
    private final TokensConfig config;
    private final Clock clock;

    FamilyStep(
            FamilyAdvance advance,
            SessionRepository sessions,
            SessionService sessionService,
            AccountService accounts,
            AccessTokens accessTokens,
            TokenStatus status,
            RefreshTokenMac mac,
            SuccessorSeal seal,
            SecurityEvents events,
            DatabaseClock databaseClock,
            TokensConfig config,
            Clock clock) {
        this.advance = advance;
        this.sessions = sessions;
        this.sessionService = sessionService;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.status = status;
        this.mac = mac;
        this.seal = seal;
        this.events = events;
        this.databaseClock = databaseClock;
        this.config = config;
        this.clock = clock;
    }

    /** Rotates as {@link #advance(Rotation, int)} if the roles are so short that the tokens are short enough in any case. */
    Optional<IssuedTokens> advance(Rotation rotation) {
        return advance(rotation, accessTokens.surelyIssuableRoles(rotation.form()));
    }

    /**
     * Issues trial tokens for an account with long roles, and returns the length of these roles if the tokens are short enough; empty if
     * the refresh token cannot be rotated for another reason.
     *
     * @throws ServiceException {@code token_too_large}, which consumes nothing
     */
    @Transactional
    Optional<Integer> issuableRoles(Rotation rotation, Consumer<IssuedTokens> trial) {
        Instant now = clock.instant();
        return sessions.findByIdOptional(rotation.presented().family())
                .filter(session -> session.isLive(now)
                        && session.mayBeRefreshedBy(rotation)
                        && SecretDigest.equal(session.currentHash, rotation.presentedHash()))
                .flatMap(session -> accounts.mayReceiveTokens(session.accountId)
                        .filter(account -> !accessTokens.isSurelyIssuable(account.roles(), rotation.form()))
                        .map(account -> {
                            trial.accept(issued(
                                    account,
                                    session.granted(),
                                    rotation,
                                    rotation.successor(),
                                    status.longest(),
                                    Duration.ZERO));
                            return AccessTokens.rolesLength(account.roles());
                        }));
    }

    /**
     * Makes the successor current and issues it, if the account's roles are not longer than {@code rolesLength}. If it returns empty,
     * {@link #settle} finds the reason.
     */
    Optional<IssuedTokens> advance(Rotation rotation, int rolesLength) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration ttl = Lives.refreshTokenTtl(rotation.form().settings(), config);
        Instant idleExpiresAt = now.plus(ttl);
        return advance.run(rotation, rolesLength, now, idleExpiresAt, RemovalTime.of(idleExpiresAt, ttl))
                .flatMap(advanced -> advanced.account()
                        .map(account -> issued(
                                account,
                                advanced.granted(),
                                rotation,
                                rotation.successor(),
                                status.ofSession(
                                        advanced.statusSlot(),
                                        rotation.successor().generation()),
                                Duration.between(now, advanced.idleExpiresAt()))));
    }

    /** Hands the same successor to an honest retry; ends the family if the presentation is a replay. */
    @Transactional
    Optional<IssuedTokens> settle(Rotation rotation) {
        Instant now = clock.instant();
        return sessions.findByIdOptional(rotation.presented().family())
                .filter(session -> session.isLive(now) && session.mayBeRefreshedBy(rotation))
                .flatMap(session -> judge(session, rotation, now));
    }

    private Optional<IssuedTokens> judge(Session session, Rotation rotation, Instant now) {
        RefreshToken presented = rotation.presented();
        boolean previous = session.generation == presented.generation() + 1
                && SecretDigest.equal(session.previousHash, rotation.presentedHash());
        if (previous && withinRetryWindow(session)) {
            return issueAgain(session, rotation, now);
        }
        if (SecretDigest.equal(session.currentHash, rotation.presentedHash())) {
            endUnlessEntitled(session);
            return Optional.empty();
        }
        sessionService.end(session.id, SessionEnd.REPLAY);
        events.record(SecurityEvent.of(EventType.TOKEN_REPLAYED)
                .actor(session.accountId)
                .subject(session.id.toString())
                .client(session.clientId)
                .detail("generation", Integer.toString(presented.generation())));
        return Optional.empty();
    }

    private boolean withinRetryWindow(Session session) {
        Duration age = Duration.between(session.rotatedAt, databaseClock.now());
        return age.compareTo(config.retryWindow()) <= 0;
    }

    private RefreshToken successorGivenBefore(Session session, RefreshToken presented) {
        try {
            return presented.successorOf(seal.open(presented, session.sealedSuccessor), mac);
        } catch (BrokenSealException e) {
            throw new IllegalStateException(
                    "the sealed successor of session " + session.id + " cannot be decrypted", e);
        }
    }

    private Optional<IssuedTokens> issueAgain(Session session, Rotation rotation, Instant now) {
        RefreshToken successor = successorGivenBefore(session, rotation.presented());
        Optional<Account> account = endUnlessEntitled(session);
        account.ifPresent(entitled -> events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(session.accountId)
                .subject(session.id.toString())
                .client(session.clientId)));
        return account.map(entitled -> issued(
                entitled,
                session.granted(),
                rotation,
                successor,
                status.ofSession(session.statusSlot, successor.generation()),
                Duration.between(now, session.idleExpiresAt)));
    }

    private Optional<Account> endUnlessEntitled(Session session) {
        Optional<Account> account = accounts.mayReceiveTokens(session.accountId);
        if (account.isEmpty()) {
            sessionService.end(session.id, SessionEnd.ACCESS_REDUCED);
        }
        return account;
    }

    private IssuedTokens issued(
            Account account,
            Granted granted,
            Rotation rotation,
            RefreshToken refreshToken,
            @Nullable Map<String, Object> place,
            Duration refreshExpiresIn) {
        Granted narrowed = rotation.form().narrowing().of(granted);
        return new IssuedTokens(
                account,
                narrowed,
                accessTokens.issue(account, narrowed, rotation.form(), place),
                refreshToken.value(),
                refreshExpiresIn);
    }
}
