package dev.signet.login.browser;

import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.AuthenticatedUser;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.session.SessionEnd;
import dev.signet.web.caller.Caller;
import dev.signet.web.caller.ClientOrigin;
import dev.signet.web.http.HostCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions of browsers. The cookie is 256 random bits, of which only the SHA-256 is stored. Each login creates a new
 * cookie, so that a value planted or seen before the login is useless afterwards.
 */
@ApplicationScoped
public class BrowserSessions {

    private static final String COOKIE = "signet-session";
    // A session used again within this time is not updated.
    private static final Duration MIN_TOUCH_INTERVAL = Duration.ofSeconds(60);

    private final BrowserSessionRepository repository;
    private final BrowserSessionEnding ending;
    private final AccountService accounts;
    private final SecurityEvents events;
    private final HostCookies cookies;
    private final Caller caller;
    private final BrowserConfig config;
    private final Clock clock;
    private final SecureRandom random;

    BrowserSessions(
            BrowserSessionRepository repository,
            BrowserSessionEnding ending,
            AccountService accounts,
            SecurityEvents events,
            HostCookies cookies,
            Caller caller,
            BrowserConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.ending = ending;
        this.accounts = accounts;
        this.events = events;
        this.cookies = cookies;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Returns the session of the browser of the current request, if its account may receive tokens. */
    @Transactional
    public Optional<BrowserSession> current() {
        return cookies.value(COOKIE).flatMap(this::find);
    }

    /** Returns the session of a cookie value and extends its idle limit. */
    @Transactional
    public Optional<BrowserSession> find(String cookieValue) {
        if (!RandomText.isSecret(cookieValue)) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<StoredBrowserSession> found = repository
                .findLive(SecretDigest.sha256(cookieValue), now)
                .filter(session -> accounts.findActive(session.accountId).isPresent());
        found.filter(session -> session.lastUsedAt.isBefore(now.minus(MIN_TOUCH_INTERVAL)))
                .ifPresent(session -> repository.touch(session.id, now, idleLimit(now, session.expiresAt)));
        return found.map(StoredBrowserSession::session);
    }

    /**
     * Signs in the browser of the current request. An earlier session of the same account continues under a new cookie,
     * so that the clients signed in through it stay signed in. An earlier session of another account ends.
     *
     * @throws ServiceException {@code invalid_credentials} if the account has changed since the authentication
     */
    @Transactional
    public OpenedBrowserSession open(AuthenticatedUser authenticatedUser) {
        UUID accountId = authenticatedUser.account().id();
        if (!accounts.recordLogin(authenticatedUser.account())) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account was changed during the login");
        }
        Optional<StoredBrowserSession> before = cookies.value(COOKIE)
                .filter(RandomText::isSecret)
                .flatMap(value -> repository.findLive(SecretDigest.sha256(value), now()));
        before.filter(session -> !session.accountId.equals(accountId))
                .ifPresent(session -> ending.end(session, SessionEnd.LOGOUT));
        String value = secret();
        StoredBrowserSession session = before.filter(same -> same.accountId.equals(accountId))
                .orElseGet(() -> StoredBrowserSession.of(UUID.randomUUID(), new byte[0], accountId));
        applyLogin(session, authenticatedUser, SecretDigest.sha256(value));
        repository.persist(session);
        events.record(SecurityEvent.of(EventType.LOGIN_SUCCEEDED)
                .actor(accountId)
                .subject(session.id.toString())
                .client(config.clientId()));
        return new OpenedBrowserSession(session.session(), cookies.of(COOKIE, value));
    }

    /**
     * Continues a session under a new cookie, after its user has changed credentials. The former cookie, of which an
     * attacker may have a copy, becomes invalid.
     *
     * @throws ServiceException {@code page_expired} if the session has ended
     */
    @Transactional
    public NewCookie replaceCookie(BrowserSession session) {
        String value = secret();
        if (!repository.replaceSecret(session.id(), SecretDigest.sha256(value))) {
            throw ended();
        }
        return cookies.of(COOKIE, value);
    }

    /** Returns the {@code client_id} under which these sessions are listed and their logins recorded. */
    public String clientId() {
        return config.clientId();
    }

    /**
     * Locks a session until the current transaction ends. A request that ends the session waits for it, and then also
     * revokes the grants that this transaction stored.
     *
     * @throws ServiceException {@code page_expired} if the session has ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(BrowserSession session) {
        if (!repository.lock(session.id())) {
            throw ended();
        }
    }

    /** Ends a session. Returns false if it does not exist. */
    @Transactional
    public boolean end(UUID id) {
        return repository
                .findByIdOptional(id)
                .map(session -> ending.end(session, SessionEnd.LOGOUT))
                .orElse(false);
    }

    /** Returns a cookie that removes the session cookie from the browser. */
    public NewCookie removal() {
        return cookies.removal(COOKIE);
    }

    private static ServiceException ended() {
        return new ServiceException(ErrorCode.PAGE_EXPIRED, "the browser session has ended");
    }

    private void applyLogin(StoredBrowserSession session, AuthenticatedUser authenticatedUser, byte[] secretHash) {
        Instant now = now();
        session.secretHash = secretHash;
        AuthenticationContext authenticationContext = authenticatedUser.authenticationContext();
        session.acr = authenticationContext.acr();
        session.amr = authenticationContext.amrText();
        session.authTime = authenticationContext.authTime().truncatedTo(ChronoUnit.MICROS);
        ClientOrigin origin = caller.origin();
        session.ipAddress = origin.ipAddress();
        session.userAgent = origin.userAgent();
        session.createdAt = session.createdAt == null ? now : session.createdAt;
        session.lastUsedAt = now;
        session.expiresAt = now.plus(config.ttl());
        session.idleExpiresAt = idleLimit(now, session.expiresAt);
    }

    private Instant idleLimit(Instant now, Instant expiresAt) {
        Instant idle = now.plus(config.idleTtl());
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String secret() {
        return RandomText.secret(random);
    }
}
