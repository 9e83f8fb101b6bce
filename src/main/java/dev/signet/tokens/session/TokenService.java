package dev.signet.tokens.session;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.clients.Scope;
import dev.signet.error.ServiceException;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.access.AccessTokenConfig;
import dev.signet.tokens.access.AccessTokens;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.Grant;
import dev.signet.tokens.grant.SessionGrant;
import dev.signet.tokens.grant.SessionOptions;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.tokens.refresh.RefreshToken;
import dev.signet.tokens.refresh.RefreshTokenMac;
import dev.signet.tokens.status.SlotOffer;
import dev.signet.tokens.status.TokenStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Start of sessions and issue of their first tokens; {@link RefreshService} replaces the tokens, {@link SessionService}
 * ends the sessions.
 */
@ApplicationScoped
public class TokenService {

    private final SessionRepository sessions;
    private final AccessTokens accessTokens;
    private final AccountService accounts;
    private final SessionStartCondition condition;
    private final RefreshTokenMac mac;
    private final SecurityEvents events;
    private final TokenStatus status;
    private final AccessTokenConfig accessConfig;
    private final SessionConfig config;
    private final Clock clock;
    private final SecureRandom random;

    TokenService(
            SessionRepository sessions,
            AccessTokens accessTokens,
            AccountService accounts,
            SessionStartCondition condition,
            RefreshTokenMac mac,
            SecurityEvents events,
            TokenStatus status,
            AccessTokenConfig accessConfig,
            SessionConfig config,
            Clock clock,
            SecureRandom random) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.condition = condition;
        this.mac = mac;
        this.events = events;
        this.status = status;
        this.accessConfig = accessConfig;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens a session for a grant and issues its first tokens. Returns empty if the account may not receive tokens at
     * present, even if it could when its credentials were checked. Also returns empty if the login is before the
     * not-before instant of the account.
     *
     * @throws ServiceException {@code invalid_scope} or {@code invalid_target} if the request exceeds the grant
     */
    @Transactional
    public Optional<IssuedTokens> issue(Grant grant) {
        // The slot is offered before this transaction holds a connection, because the offer may need one too.
        SlotOffer slotOffer = status.isOn() ? status.offer() : null;
        UUID accountId = grant.authorization().accountId();
        if (!isLocked(grant) && !accounts.lock(accountId)) {
            return Optional.empty();
        }
        return accounts.findActive(accountId)
                .filter(account -> condition.allows(
                        account.id(),
                        grant.authorization().authenticationContext().authTime()))
                .map(account -> open(grant, account, slotOffer));
    }

    /**
     * Rejects a login whose access token would be too long, before anything is consumed for it.
     *
     * @throws ServiceException {@code token_too_large}
     */
    public void requireIssuable(Account account, String clientId, List<String> audience, Scope scope) {
        SessionGrant sessionGrant = new SessionGrant(
                UUID.randomUUID(),
                new Authorization(
                        account.id(),
                        clientId,
                        audience,
                        scope,
                        new AuthenticationContext("", List.of(), clock.instant())));
        accessTokens.requireIssuable(account, sessionGrant, TokenOptions.AS_CONFIGURED);
    }

    /**
     * Rejects a grant whose access token would be too long, before anything is consumed for it.
     *
     * @throws ServiceException {@code token_too_large}
     */
    public void requireIssuable(Account account, Grant grant) {
        accessTokens.requireIssuable(
                account,
                new SessionGrant(grant.sessionId(), grant.authorization()),
                grant.sessionOptions().options());
    }

    // A login has recorded itself and so locked the account. A code or a device has locked its own row, and the end of
    // the browser session waits for that lock.
    private static boolean isLocked(Grant grant) {
        return grant.sessionOptions().recordedAs() == EventType.LOGIN_SUCCEEDED
                || grant.sessionOptions().browserSessionId() != null;
    }

    private IssuedTokens open(Grant grant, Account account, @Nullable SlotOffer slotOffer) {
        Instant now = clock.instant();
        SessionOptions sessionOptions = grant.sessionOptions();
        SessionExpiry expiry = SessionExpiry.of(sessionOptions, accessConfig.accessTokenTtl(), config, now);
        RefreshToken refreshToken =
                sessionOptions.refreshable() ? RefreshToken.first(grant.sessionId(), mac, random) : null;
        Session session =
                new Session(grant, expiry, refreshToken == null ? null : SecretDigest.sha256(refreshToken.value()));
        if (slotOffer != null) {
            session.assignSlot(slotOffer);
        }
        sessions.persist(session);
        events.record(SecurityEvent.of(sessionOptions.recordedAs())
                .actor(account.id())
                .subject(grant.sessionId().toString())
                .client(grant.authorization().clientId()));
        SessionGrant sessionGrant = sessionOptions.options().downscope().applyTo(session.grant());
        return new IssuedTokens(
                account,
                sessionGrant,
                accessTokens.issue(
                        account,
                        sessionGrant,
                        sessionOptions.options(),
                        status.ofSession(session.statusSlot, session.generation)),
                refreshToken == null ? null : refreshToken.value(),
                Duration.between(now, expiry.idleExpiresAt()));
    }
}
