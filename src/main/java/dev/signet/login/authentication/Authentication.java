package dev.signet.login.authentication;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.PasswordService;
import dev.signet.accounts.factor.FactorService;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.accounts.name.Username;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.passkeys.AcceptedPasskey;
import dev.signet.login.passkeys.PasskeyAuthentication;
import dev.signet.login.passkeys.PasskeyCeremony;
import dev.signet.login.passkeys.PasskeyService;
import dev.signet.login.passkeys.PresentedPasskey;
import dev.signet.login.passkeys.ceremony.Ceremony;
import dev.signet.login.pending.PendingLogin;
import dev.signet.login.pending.PendingLogins;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.tokens.session.TokenService;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Authentication for every kind of login: attempt limits, password, link or passkey, and second factor. Issues no tokens. An
 * attempt counts as failed until everything required was presented.
 */
@ApplicationScoped
public class Authentication {

    private static final String PASSWORD = "pwd";
    // RFC 8176 has no value for a link sent by mail.
    private static final String LINK = "email";

    private static final String WRONG_FACTOR = "the second factor is wrong";

    private final AttemptLimits limits;
    private final PasswordService passwords;
    private final FactorService factors;
    private final PasskeyAuthentication passkeys;
    private final PasskeyService ownPasskeys;
    private final AccountService accounts;
    private final PendingLogins pendingLogins;
    private final TokenService tokens;
    private final SecurityEvents events;
    private final LoginCounters counters;
    private final Caller caller;
    private final Clock clock;

    Authentication(
            AttemptLimits limits,
            PasswordService passwords,
            FactorService factors,
            PasskeyAuthentication passkeys,
            PasskeyService ownPasskeys,
            AccountService accounts,
            PendingLogins pendingLogins,
            TokenService tokens,
            SecurityEvents events,
            LoginCounters counters,
            Caller caller,
            Clock clock) {
        this.limits = limits;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.ownPasskeys = ownPasskeys;
        this.accounts = accounts;
        this.pendingLogins = pendingLogins;
        this.tokens = tokens;
        this.events = events;
        this.counters = counters;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Verifies a password, and the second factor if the account has one.
     *
     * @param factor the second factor presented with the password; ignored if the account has none
     * @throws ServiceException {@code invalid_credentials} without distinction for an unknown user, a wrong password, a
     *     wrong factor and an account that may not sign in; {@code otp_required} with the token for {@link #byFactor};
     *     {@code too_many_attempts}
     */
    public AuthenticatedUser byPassword(
            String username, String password, @Nullable PresentedFactor factor, RequestedAccess loginAccess) {
        return counters.count(
                LoginCounters.Method.PASSWORD, () -> verifyPassword(username, password, factor, loginAccess));
    }

    private AuthenticatedUser verifyPassword(
            String username, String password, @Nullable PresentedFactor factor, RequestedAccess loginAccess) {
        Attempt attempt = limits.begin(
                Username.key(username),
                caller.ipAddress(),
                () -> throttled(accounts.findId(username).orElse(null), loginAccess));
        Account account = check(username, password, attempt)
                .orElseThrow(() -> failed(
                        loginAccess, accounts.findId(username).orElse(null), "the username or password is wrong"));
        List<String> methods = factors.methods(account.id());
        if (methods.isEmpty()) {
            attempt.markSucceeded();
            return new AuthenticatedUser(account, loginAccess, List.of(PASSWORD), clock.instant());
        }
        if (factor == null) {
            // The attempt counts neither as a failure nor as a success: it does not make the IP address a known one.
            attempt.withdraw();
            throw factorMissing(account, loginAccess, PASSWORD, methods);
        }
        requireIssuable(account, loginAccess);
        if (!factors.accept(account.id(), factor)) {
            throw failed(loginAccess, account.id(), WRONG_FACTOR);
        }
        attempt.markSucceeded();
        return new AuthenticatedUser(account, loginAccess, amr(PASSWORD, factor), clock.instant());
    }

    /**
     * Accepts a used link, sent to the account by mail, instead of the password.
     *
     * @throws ServiceException {@code invalid_grant} if the account may not sign in; {@code otp_required} with the
     *     token for {@link #byFactor} if it has a second factor
     */
    public AuthenticatedUser byLink(UUID accountId, RequestedAccess loginAccess) {
        return counters.count(LoginCounters.Method.LINK, () -> acceptLink(accountId, loginAccess));
    }

    private AuthenticatedUser acceptLink(UUID accountId, RequestedAccess loginAccess) {
        Account account = accounts.findActive(accountId)
                .orElseThrow(() -> new ServiceException(ErrorCode.INVALID_GRANT, "the account may not log in"));
        List<String> methods = factors.methods(account.id());
        if (!methods.isEmpty()) {
            throw factorMissing(account, loginAccess, LINK, methods);
        }
        return new AuthenticatedUser(account, loginAccess, List.of(LINK), clock.instant());
    }

    private ServiceException factorMissing(
            Account account, RequestedAccess loginAccess, String method, List<String> methods) {
        String token = pendingLogins.open(new PendingLogin(account.id(), account.version(), loginAccess, method));
        return new ServiceException(ErrorCode.OTP_REQUIRED, "the second factor is missing")
                .with("mfa_token", token)
                .with("methods", withPasskey(account, methods));
    }

    private List<String> withPasskey(Account account, List<String> methods) {
        return ownPasskeys.hasAny(account.id())
                ? Stream.concat(methods.stream(), Stream.of(PasskeyAuthentication.METHOD))
                        .toList()
                : methods;
    }

    /**
     * Accepts a passkey instead of a password and a second factor.
     *
     * @throws ServiceException {@code invalid_grant} if the ceremony cannot be used; {@code invalid_credentials} without
     *     distinction for an unknown passkey, an invalid assertion and an account that may not sign in; {@code
     *     too_many_attempts}
     */
    public AuthenticatedUser byPasskey(PresentedPasskey passkey, RequestedAccess loginAccess) {
        return counters.count(LoginCounters.Method.PASSKEY, () -> verifyPasskey(passkey, loginAccess));
    }

    private AuthenticatedUser verifyPasskey(PresentedPasskey passkey, RequestedAccess loginAccess) {
        UUID owner = passkeys.accountOf(passkey).orElse(null);
        // The same query for an unknown passkey.
        Account account =
                accounts.findActive(owner == null ? UUID.randomUUID() : owner).orElse(null);
        if (account != null) {
            requireIssuable(account, loginAccess);
        }
        Ceremony ceremony = passkeys.consume(passkey);
        Attempt attempt =
                limits.begin(passkeyCounter(passkey), caller.ipAddress(), () -> throttled(owner, loginAccess));
        AcceptedPasskey accepted = accept(passkey, ceremony, account, owner, loginAccess);
        attempt.withdraw();
        return new AuthenticatedUser(Objects.requireNonNull(account), loginAccess, context(accepted, accepted.amr()));
    }

    // A credential has its own counter: failures must not lock the password of the account, which anyone can try.
    private static String passkeyCounter(PresentedPasskey passkey) {
        return "passkey:" + HexFormat.of().formatHex(passkey.assertion().credentialId());
    }

    private AcceptedPasskey accept(
            PresentedPasskey passkey,
            Ceremony ceremony,
            @Nullable Account account,
            @Nullable UUID owner,
            RequestedAccess loginAccess) {
        try {
            return passkeys.accept(passkey, ceremony, account == null ? null : account.id());
        } catch (ServiceException rejection) {
            recordFailure(loginAccess, owner);
            throw rejection;
        }
    }

    /**
     * Starts an authentication with a passkey as the second factor of a login whose first factor was right.
     *
     * @param binding the browser that must finish it; empty if any holder of the token may
     * @return empty if the token is malformed, expired, consumed or of another client, or the account has no passkey
     */
    public Optional<PasskeyCeremony> startPasskeyFactor(String mfaToken, String clientId, String binding) {
        return pendingLogins
                .find(mfaToken, clientId)
                .map(PendingLogin::accountId)
                .filter(ownPasskeys::hasAny)
                .map(account -> passkeys.startFor(account, binding));
    }

    /**
     * Finishes a login whose first factor was right with a passkey of the same account.
     *
     * @throws ServiceException as thrown by {@link #byFactor}
     */
    public AuthenticatedUser byPasskeyFactor(String mfaToken, String clientId, PresentedPasskey passkey) {
        return counters.count(LoginCounters.Method.SECOND_FACTOR, () -> {
            Ceremony ceremony = passkeys.consume(passkey);
            return verifyFactor(mfaToken, clientId, (account, login) -> {
                AcceptedPasskey accepted = accept(passkey, ceremony, account, account.id(), login.loginAccess());
                List<String> amr = Stream.concat(Stream.of(login.method()), accepted.amr().stream())
                        .toList();
                return new AuthenticatedUser(account, login.loginAccess(), context(accepted, amr));
            });
        });
    }

    private AuthenticationContext context(AcceptedPasskey passkey, List<String> amr) {
        return new AuthenticationContext(passkey.acr(), amr, clock.instant());
    }

    /**
     * Finishes a login whose first factor was right. A wrong second factor leaves the token usable for a few attempts.
     *
     * @throws ServiceException {@code invalid_grant} if the token is malformed, expired, consumed or of another client,
     *     or the account has changed since; {@code invalid_credentials} if the factor is wrong; {@code
     *     too_many_attempts}
     */
    public AuthenticatedUser byFactor(String mfaToken, String clientId, PresentedFactor factor) {
        return counters.count(
                LoginCounters.Method.SECOND_FACTOR,
                () -> verifyFactor(mfaToken, clientId, (account, login) -> {
                    if (!factors.accept(account.id(), factor)) {
                        throw failed(login.loginAccess(), account.id(), WRONG_FACTOR);
                    }
                    return new AuthenticatedUser(
                            account, login.loginAccess(), amr(login.method(), factor), clock.instant());
                }));
    }

    /** Verification of a second factor. Returns the user, authenticated with both factors. */
    private interface FactorCheck {
        AuthenticatedUser verify(Account account, PendingLogin login);
    }

    private AuthenticatedUser verifyFactor(String mfaToken, String clientId, FactorCheck check) {
        PendingLogin login = pendingLogins
                .find(mfaToken, clientId)
                .orElseThrow(() -> new ServiceException(ErrorCode.INVALID_GRANT, "mfa_token is unknown or expired"));
        Account account = accounts.findActive(login.accountId())
                .filter(present -> present.version() == login.accountVersion())
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.INVALID_GRANT, "the account was changed after the password was verified"));
        requireIssuable(account, login.loginAccess());
        Attempt attempt = limits.begin(
                Username.key(account.username()),
                caller.ipAddress(),
                () -> throttled(account.id(), login.loginAccess()));
        if (!pendingLogins.countAttempt(mfaToken)) {
            attempt.withdraw();
            throw new ServiceException(ErrorCode.INVALID_GRANT, "mfa_token has no attempts left");
        }
        AuthenticatedUser user = check.verify(account, login);
        if (!pendingLogins.consume(mfaToken)) {
            attempt.withdraw();
            throw new ServiceException(ErrorCode.INVALID_GRANT, "mfa_token was consumed by a concurrent request");
        }
        attempt.markSucceeded();
        return user;
    }

    // A browser session has no access token, and so no audience.
    private void requireIssuable(Account account, RequestedAccess loginAccess) {
        if (!loginAccess.audience().isEmpty()) {
            tokens.requireIssuable(account, loginAccess.clientId(), loginAccess.audience(), loginAccess.scope());
        }
    }

    // A password that was not verified because of overload does not count as a guess.
    private Optional<Account> check(String username, String password, Attempt attempt) {
        try {
            return passwords.check(username, password);
        } catch (ServiceException e) {
            attempt.withdraw();
            throw e;
        }
    }

    private static List<String> amr(String firstMethod, PresentedFactor factor) {
        // RFC 8176 has no value for a recovery code: it is neither a code of RFC 4226 or 6238 nor knowledge-based.
        return factor.method().equals(PresentedFactor.OTP)
                ? List.of(firstMethod, "otp", "mfa")
                : List.of(firstMethod, "mfa");
    }

    private void throttled(@Nullable UUID account, RequestedAccess loginAccess) {
        events.recordInNewTransaction(SecurityEvent.of(EventType.LOGIN_THROTTLED)
                .subject(Objects.toString(account, null))
                .client(loginAccess.clientId()));
    }

    // The event names the account; the response is the same for existing and unknown usernames.
    private ServiceException failed(RequestedAccess loginAccess, @Nullable UUID account, String privateReason) {
        recordFailure(loginAccess, account);
        return new ServiceException(ErrorCode.INVALID_CREDENTIALS, privateReason);
    }

    private void recordFailure(RequestedAccess loginAccess, @Nullable UUID account) {
        events.recordInNewTransaction(SecurityEvent.of(EventType.LOGIN_FAILED)
                .subject(Objects.toString(account, null))
                .client(loginAccess.clientId()));
    }
}
