package dev.signet.login.authentication;

import dev.signet.accounts.PasswordService;
import dev.signet.accounts.factor.FactorService;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Renewed authentication of a signed-in user, for operations for which a stolen access token must not be sufficient.
 * Attempts are limited, so that the token cannot be used to guess the password either.
 */
@ApplicationScoped
public class Reauthentication {

    private final AttemptLimits limits;
    private final PasswordService passwords;
    private final FactorService factors;
    private final Caller caller;

    Reauthentication(AttemptLimits limits, PasswordService passwords, FactorService factors, Caller caller) {
        this.limits = limits;
        this.passwords = passwords;
        this.factors = factors;
        this.caller = caller;
    }

    /** Counts an attempt on the user's own password. All operations that require it share one count. */
    public Attempt begin(UUID account) {
        return limits.begin(counter(account), caller.ipAddress());
    }

    /** Returns the name of the counter of attempts on an account's own password. */
    static String counter(UUID account) {
        return "own-password:" + account;
    }

    /** Verifies the credentials as {@link #require(UUID, String, PresentedFactor)} does. */
    public void require(UUID account, ReauthenticationCredentials reauthentication) {
        require(account, reauthentication.password(), reauthentication.factor());
    }

    /**
     * Verifies the password, and the second factor if the account has one.
     *
     * @throws ServiceException {@code invalid_credentials}, {@code otp_required}, {@code too_many_attempts}
     */
    public void require(UUID account, String password, @Nullable PresentedFactor factor) {
        Attempt attempt = begin(account);
        passwords.confirm(account, password);
        List<String> methods = factors.methods(account);
        if (!methods.isEmpty() && factor == null) {
            attempt.withdraw();
            throw new ServiceException(ErrorCode.OTP_REQUIRED, "the second factor is missing").with("methods", methods);
        }
        if (!methods.isEmpty() && factor != null && !factors.accept(account, factor)) {
            throw new ServiceException(ErrorCode.INVALID_CREDENTIALS, "the second factor is wrong");
        }
        attempt.markSucceeded();
    }
}
