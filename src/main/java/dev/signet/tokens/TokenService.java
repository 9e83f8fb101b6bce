package dev.signet.tokens;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretDigest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Opens sessions and issues their first tokens; {@link RefreshService} replaces them, {@link SessionService} ends them. */
@ApplicationScoped
public class TokenService {

    private final SessionRepository sessions;
    private final AccessTokens accessTokens;
    private final AccountService accounts;
    private final RefreshTokenMac mac;
    private final SecurityEvents events;
    private final TokensConfig config;
    private final Clock clock;
    private final SecureRandom random;

    TokenService(
            SessionRepository sessions,
            AccessTokens accessTokens,
            AccountService accounts,
            RefreshTokenMac mac,
            SecurityEvents events,
            TokensConfig config,
            Clock clock,
            SecureRandom random) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.mac = mac;
        this.events = events;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens a session for what was proven and issues its first access and refresh token.
     *
     * @throws ServiceException {@code invalid_credentials} if the account may not receive tokens, whatever it might when
     *     its credentials were checked
     */
    @Transactional
    public IssuedTokens issue(Grant grant) {
        Instant now = clock.instant();
        Account account = accounts.mayReceiveTokens(grant.account().id())
                .orElseThrow(() ->
                        new ServiceException(ErrorCode.INVALID_CREDENTIALS, "account lost access while it logged in"));
        UUID id = UUID.randomUUID();
        RefreshToken refreshToken = RefreshToken.first(id, mac, random);
        Instant expiresAt = now.plus(config.sessionTtl());
        Instant idleExpiresAt = earlier(now.plus(config.refreshTokenTtl()), expiresAt);
        Session session = new Session(
                id,
                grant,
                now,
                idleExpiresAt,
                expiresAt,
                RemovalTime.of(idleExpiresAt, config.refreshTokenTtl()),
                SecretDigest.sha256(refreshToken.value()));
        sessions.persist(session);
        accounts.recordLogin(account.id());
        events.record(SecurityEvent.of(EventType.LOGIN_SUCCEEDED)
                .actor(account.id())
                .subject(id.toString())
                .client(grant.clientId()));
        return new IssuedTokens(
                accessTokens.issue(account, session.granted()),
                accessTokens.ttl(),
                refreshToken.value(),
                Duration.between(now, idleExpiresAt),
                grant.scope(),
                id);
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
