package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.error.ServiceException;
import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.refresh.RefreshToken;
import dev.signet.tokens.refresh.RefreshTokenMac;
import dev.signet.tokens.refresh.RefreshTokenReplacement;
import dev.signet.tokens.refresh.ReplacementTokenSeal;
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

/**
 * Rotation of a refresh token in two transactions. The first rotates the presented token if it is the current one of
 * its family. The second handles retries and reuse.
 */
@ApplicationScoped
class RefreshTokenRotation {

    private final RefreshRotationStatement statement;
    private final SessionRepository sessions;
    private final SessionService sessionService;
    private final AccountService accounts;
    private final AccessTokens accessTokens;
    private final TokenStatus status;
    private final RefreshTokenMac mac;
    private final ReplacementTokenSeal seal;
    private final SecurityEvents events;
    private final DatabaseClock databaseClock;
    private final SessionConfig config;
    private final Clock clock;

    RefreshTokenRotation(
            RefreshRotationStatement statement,
            SessionRepository sessions,
            SessionService sessionService,
            AccountService accounts,
            AccessTokens accessTokens,
            TokenStatus status,
            RefreshTokenMac mac,
            ReplacementTokenSeal seal,
            SecurityEvents events,
            DatabaseClock databaseClock,
            SessionConfig config,
            Clock clock) {
        this.statement = statement;
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

    /**
     * Rotates the token if the roles of the account are so short that the new tokens cannot be too long. If it returns
     * empty, {@link #issuableRoles} checks the length with trial tokens.
     */
    Optional<IssuedTokens> rotate(RefreshTokenReplacement replacement) {
        return rotate(replacement, accessTokens.alwaysIssuableRolesLength(replacement.options()));
    }

    /**
     * Issues trial tokens for an account with long roles. Returns the length of these roles if the tokens are short
     * enough; empty if the refresh token cannot be rotated for another reason.
     *
     * @throws ServiceException {@code token_too_large}, which consumes nothing
     */
    @Transactional
    Optional<Integer> issuableRoles(RefreshTokenReplacement replacement, Consumer<IssuedTokens> trial) {
        Instant now = clock.instant();
        return sessions.findByIdOptional(replacement.presented().family())
                .filter(session -> session.isRefreshableBy(replacement, now) && session.hasCurrent(replacement))
                .flatMap(session -> accounts.findActive(session.accountId)
                        .filter(account -> !accessTokens.isAlwaysIssuable(account.roles(), replacement.options()))
                        .map(account -> {
                            trial.accept(issued(
                                    account,
                                    session.grant(),
                                    replacement,
                                    replacement.replacement(),
                                    status.longestClaim(),
                                    Duration.ZERO));
                            return AccessTokens.rolesLength(account.roles());
                        }));
    }

    /**
     * Makes the replacement token the current one and issues it, if the account's roles are not longer than {@code
     * rolesLength}. If it returns empty, {@link #retryOrDetectReuse} finds the reason.
     */
    Optional<IssuedTokens> rotate(RefreshTokenReplacement replacement, int rolesLength) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration ttl = SessionExpiry.refreshTokenTtl(replacement.options().settings(), config);
        Instant idleExpiresAt = now.plus(ttl);
        return statement
                .run(replacement, rolesLength, now, idleExpiresAt, SessionExpiry.removalTime(idleExpiresAt, ttl))
                .flatMap(rotated -> rotated.account()
                        .map(account -> issued(
                                account,
                                rotated.sessionGrant(),
                                replacement,
                                replacement.replacement(),
                                status.ofSession(
                                        rotated.statusSlot(),
                                        replacement.replacement().generation()),
                                Duration.between(now, rotated.idleExpiresAt()))));
    }

    /**
     * Returns the same replacement token again for a retry within the retry window. Ends the family if the presented
     * token was reused.
     */
    @Transactional
    Optional<IssuedTokens> retryOrDetectReuse(RefreshTokenReplacement replacement) {
        Instant now = clock.instant();
        return sessions.findByIdOptional(replacement.presented().family())
                .filter(session -> session.isRefreshableBy(replacement, now))
                .flatMap(session -> retryOrEndFamily(session, replacement, now));
    }

    private Optional<IssuedTokens> retryOrEndFamily(Session session, RefreshTokenReplacement replacement, Instant now) {
        RefreshToken presented = replacement.presented();
        boolean isPrevious = session.generation == presented.generation() + 1
                && SecretDigest.isEqual(session.previousHash, replacement.presentedHash());
        if (isPrevious && isWithinRetryWindow(session)) {
            return issueAgain(session, replacement, now);
        }
        if (session.hasCurrent(replacement)) {
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

    private boolean isWithinRetryWindow(Session session) {
        Duration age = Duration.between(session.rotatedAt, databaseClock.now());
        return age.compareTo(config.retryWindow()) <= 0;
    }

    private RefreshToken openReplacement(Session session, RefreshToken presented) {
        try {
            return presented.replacementOf(seal.decrypt(presented, session.sealedSuccessor), mac);
        } catch (BrokenSealException e) {
            throw new IllegalStateException(
                    "the sealed successor of session " + session.id + " cannot be decrypted", e);
        }
    }

    private Optional<IssuedTokens> issueAgain(Session session, RefreshTokenReplacement tokenReplacement, Instant now) {
        RefreshToken replacement = openReplacement(session, tokenReplacement.presented());
        Optional<Account> account = endUnlessEntitled(session);
        account.ifPresent(entitled -> events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(session.accountId)
                .subject(session.id.toString())
                .client(session.clientId)));
        return account.map(entitled -> issued(
                entitled,
                session.grant(),
                tokenReplacement,
                replacement,
                status.ofSession(session.statusSlot, replacement.generation()),
                Duration.between(now, session.idleExpiresAt)));
    }

    private Optional<Account> endUnlessEntitled(Session session) {
        Optional<Account> account = accounts.findActive(session.accountId);
        if (account.isEmpty()) {
            sessionService.end(session.id, SessionEnd.ACCESS_REDUCED);
        }
        return account;
    }

    private IssuedTokens issued(
            Account account,
            SessionGrant sessionGrant,
            RefreshTokenReplacement replacement,
            RefreshToken refreshToken,
            @Nullable Map<String, Object> statusClaim,
            Duration refreshExpiresIn) {
        SessionGrant reduced = replacement.options().downscope().applyTo(sessionGrant);
        return new IssuedTokens(
                account,
                reduced,
                accessTokens.issue(account, reduced, replacement.options(), statusClaim),
                refreshToken.value(),
                refreshExpiresIn);
    }
}
