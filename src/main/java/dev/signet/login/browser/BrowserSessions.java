package dev.signet.login.browser;

import dev.signet.accounts.AccountService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.Proof;
import dev.signet.secrets.RandomText;
import dev.signet.secrets.SecretDigest;
import dev.signet.tokens.SessionEnd;
import dev.signet.web.Caller;
import dev.signet.web.HostCookies;
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
import java.util.regex.Pattern;

/**
 * Opens, finds and ends the sessions of browsers. The cookie is 256 random bits, of which only the SHA-256 is stored; each login
 * makes new ones, so that a value planted or seen before it is worth nothing after it.
 */
@ApplicationScoped
public class BrowserSessions {

    private static final String COOKIE = "signet-session";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    // Short of this, using a session writes nothing.
    private static final Duration SHORTEST_TOUCH = Duration.ofSeconds(60);

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

    /** Who is logged in with the browser of the present request; nobody whose account may not receive tokens is. */
    @Transactional
    public Optional<BrowserSession> current() {
        return cookies.value(COOKIE).flatMap(this::find);
    }

    /** The session of a cookie's value; using it moves its idle limit. */
    @Transactional
    public Optional<BrowserSession> find(String cookieValue) {
        if (!FORM.matcher(cookieValue).matches()) {
            return Optional.empty();
        }
        Instant now = now();
        Optional<StoredBrowserSession> found = repository
                .live(SecretDigest.sha256(cookieValue), now)
                .filter(session -> accounts.mayReceiveTokens(session.accountId).isPresent());
        found.filter(session -> session.lastUsedAt.isBefore(now.minus(SHORTEST_TOUCH)))
                .ifPresent(session -> repository.touch(session.id, now, idleLimit(now, session.expiresAt)));
        return found.map(StoredBrowserSession::session);
    }

    /**
     * Logs somebody in with the browser of the present request. The session the browser had goes on under a new cookie if it is
     * the same account's, so that the clients it logged in to stay so, and ends if it is another's.
     *
     * @throws ServiceException {@code invalid_credentials} if the account has changed since they showed who they are
     */
    @Transactional
    public OpenedBrowserSession open(Proof proof) {
        UUID accountId = proof.account().id();
        if (!accounts.recordLogin(proof.account())) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the account was changed during the login");
        }
        Optional<StoredBrowserSession> before = cookies.value(COOKIE)
                .filter(value -> FORM.matcher(value).matches())
                .flatMap(value -> repository.live(SecretDigest.sha256(value), now()));
        before.filter(session -> !session.accountId.equals(accountId))
                .ifPresent(session -> ending.end(session, SessionEnd.LOGOUT));
        String value = secret();
        StoredBrowserSession session = before.filter(same -> same.accountId.equals(accountId))
                .orElseGet(() -> StoredBrowserSession.of(UUID.randomUUID(), new byte[0], accountId));
        show(session, proof, SecretDigest.sha256(value));
        repository.persist(session);
        events.record(SecurityEvent.of(EventType.LOGIN_SUCCEEDED)
                .actor(accountId)
                .subject(session.id.toString())
                .client(config.clientId()));
        return new OpenedBrowserSession(session.session(), cookies.of(COOKIE, value));
    }

    /** The {@code client_id} under which these sessions are listed and their logins recorded. */
    public String clientId() {
        return config.clientId();
    }

    /**
     * Lets the present transaction give away what the session's owner allows: the session does not end before it, and what ends it finds
     * what was given.
     *
     * @throws ServiceException {@code page_expired} if the session has ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(BrowserSession session) {
        if (!repository.hold(session.id())) {
            throw new ServiceException(ErrorCode.PAGE_EXPIRED, "the browser session has ended");
        }
    }

    /** Ends a session; false if there is none. */
    @Transactional
    public boolean end(UUID id) {
        return repository
                .findByIdOptional(id)
                .map(session -> ending.end(session, SessionEnd.LOGOUT))
                .orElse(false);
    }

    /** Makes a browser forget the session it had. */
    public NewCookie removal() {
        return cookies.removal(COOKIE);
    }

    private void show(StoredBrowserSession session, Proof proof, byte[] secretHash) {
        Instant now = now();
        session.secretHash = secretHash;
        session.acr = proof.acr();
        session.amr = String.join(" ", proof.amr());
        session.authTime = proof.at().truncatedTo(ChronoUnit.MICROS);
        session.address = caller.address();
        session.userAgent = caller.userAgent();
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
