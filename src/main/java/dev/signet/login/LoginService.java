package dev.signet.login;

import dev.signet.accounts.Account;
import dev.signet.accounts.PasswordService;
import dev.signet.accounts.Username;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.Grant;
import dev.signet.tokens.IssuedTokens;
import dev.signet.tokens.TokenService;
import dev.signet.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Logs a person in by password: attempt limits, password, then tokens. */
@ApplicationScoped
public class LoginService {

    private static final String PASSWORD_ONLY = "aal1";

    private final AttemptLimits limits;
    private final PasswordService passwords;
    private final TokenService tokens;
    private final RequestedAccess access;
    private final SecurityEvents events;
    private final LoginConfig config;
    private final Caller caller;
    private final Clock clock;

    LoginService(
            AttemptLimits limits,
            PasswordService passwords,
            TokenService tokens,
            RequestedAccess access,
            SecurityEvents events,
            LoginConfig config,
            Caller caller,
            Clock clock) {
        this.limits = limits;
        this.passwords = passwords;
        this.tokens = tokens;
        this.access = access;
        this.events = events;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    // A password nobody found time to check was no guess.
    private Optional<Account> check(Credentials credentials, Attempt attempt) {
        try {
            return passwords.check(credentials.username(), credentials.password());
        } catch (ServiceException e) {
            attempt.withdrawn();
            throw e;
        }
    }

    /**
     * Opens a session for whoever knows the password.
     *
     * @throws ServiceException {@code invalid_credentials} alike for an unknown user, a wrong password and an account that
     *     may not log in; {@code too_many_attempts}; {@code invalid_scope}; {@code invalid_target}
     */
    IssuedTokens login(Credentials credentials) {
        List<String> audience = access.audience(credentials.audience());
        String scope = access.scope(credentials.scope());
        Attempt attempt = limits.begin(Username.key(credentials.username()), caller.address());
        Optional<Account> account = check(credentials, attempt);
        if (account.isEmpty()) {
            events.recordApart(SecurityEvent.of(EventType.LOGIN_FAILED).client(config.clientId()));
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "password check failed");
        }
        attempt.succeeded();
        return tokens.issue(new Grant(
                account.get(),
                config.clientId(),
                audience,
                scope,
                PASSWORD_ONLY,
                List.of("pwd"),
                clock.instant(),
                caller.address(),
                caller.userAgent()));
    }
}
