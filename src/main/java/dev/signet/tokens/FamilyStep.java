package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.DatabaseClock;
import dev.signet.secrets.BrokenSealException;
import dev.signet.secrets.SecretDigest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The two transactions of a refresh: advance the family if the presented token is its current one, else judge why not. */
@ApplicationScoped
class FamilyStep {

    private final FamilyAdvance advance;
    private final SessionRepository sessions;
    private final SessionService sessionService;
    private final AccountService accounts;
    private final AccessTokens accessTokens;
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
        this.mac = mac;
        this.seal = seal;
        this.events = events;
        this.databaseClock = databaseClock;
        this.config = config;
        this.clock = clock;
    }

    /** Makes the successor current and issues it; empty if that cannot be, and {@link #settle} is to say why. */
    Optional<IssuedTokens> advance(Rotation rotation) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant idleExpiresAt = now.plus(config.refreshTokenTtl());
        return advance.run(rotation, now, idleExpiresAt, RemovalTime.of(idleExpiresAt, config.refreshTokenTtl()))
                .flatMap(advanced -> advanced.account()
                        .map(account -> issued(
                                account, advanced.granted(), rotation.successor(), now, advanced.idleExpiresAt())));
    }

    /** Hands the same successor to an honest retry; ends the family if the presentation is a replay. */
    @Transactional
    Optional<IssuedTokens> settle(Rotation rotation) {
        Instant now = clock.instant();
        return sessions.findByIdOptional(rotation.presented().family())
                .filter(session -> session.isLive(now) && session.clientId.equals(rotation.clientId()))
                .flatMap(session -> judge(session, rotation, now));
    }

    private Optional<IssuedTokens> judge(Session session, Rotation rotation, Instant now) {
        RefreshToken presented = rotation.presented();
        boolean previous = session.generation == presented.generation() + 1
                && SecretDigest.equal(session.previousHash, rotation.presentedHash());
        if (previous && withinRetryWindow(session)) {
            return issueAgain(session, successorGivenBefore(session, presented), now);
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
            throw new IllegalStateException("the sealed successor of session " + session.id + " does not open", e);
        }
    }

    private Optional<IssuedTokens> issueAgain(Session session, RefreshToken refreshToken, Instant now) {
        Optional<Account> account = endUnlessEntitled(session);
        account.ifPresent(entitled -> events.record(SecurityEvent.of(EventType.TOKEN_REFRESHED)
                .actor(session.accountId)
                .subject(session.id.toString())
                .client(session.clientId)));
        return account.map(entitled -> issued(entitled, session.granted(), refreshToken, now, session.idleExpiresAt));
    }

    private Optional<Account> endUnlessEntitled(Session session) {
        Optional<Account> account = accounts.mayReceiveTokens(session.accountId);
        if (account.isEmpty()) {
            sessionService.end(session.id, SessionEnd.ACCESS_REDUCED);
        }
        return account;
    }

    private IssuedTokens issued(
            Account account, Granted granted, RefreshToken refreshToken, Instant now, Instant idleExpiresAt) {
        return new IssuedTokens(
                accessTokens.issue(account, granted),
                accessTokens.ttl(),
                refreshToken.value(),
                Duration.between(now, idleExpiresAt),
                granted.scope(),
                granted.sessionId());
    }
}
