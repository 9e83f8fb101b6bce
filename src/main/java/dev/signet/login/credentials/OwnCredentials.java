package dev.signet.login.credentials;

import dev.signet.accounts.PasswordService;
import dev.signet.accounts.factor.Enrolment;
import dev.signet.accounts.factor.FactorList;
import dev.signet.accounts.factor.FactorService;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.Reauthentication;
import dev.signet.login.authentication.ReauthenticationCredentials;
import dev.signet.login.passkeys.PasskeyCeremony;
import dev.signet.login.passkeys.PasskeyRegistration;
import dev.signet.throttle.Attempt;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Changes of the user's own password, second factors and passkeys, by REST and on pages. Each change requires the current
 * credentials again.
 */
@ApplicationScoped
public class OwnCredentials {

    private final PasswordService passwords;
    private final FactorService factors;
    private final Reauthentication reauthentication;
    private final PasskeyRegistration registration;

    OwnCredentials(
            PasswordService passwords,
            FactorService factors,
            Reauthentication reauthentication,
            PasskeyRegistration registration) {
        this.passwords = passwords;
        this.factors = factors;
        this.reauthentication = reauthentication;
        this.registration = registration;
    }

    /**
     * Changes the password. Every session except the given one ends.
     *
     * @throws ServiceException {@code invalid_credentials}, {@code password_refused}, {@code too_many_attempts}
     */
    public void changePassword(UUID account, String current, String replacement, UUID session) {
        Attempt attempt = reauthentication.begin(account);
        passwords.changePassword(account, current, replacement, session);
        attempt.markSucceeded();
    }

    /**
     * Verifies the password, and the second factor if the account has one.
     *
     * @throws ServiceException {@code invalid_credentials}, {@code otp_required}, {@code too_many_attempts}
     */
    public void verify(UUID account, ReauthenticationCredentials credentials) {
        reauthentication.require(account, credentials);
    }

    /**
     * Starts the registration of a passkey, which replaces password and second factor. So both are required again, unless
     * the session began with a passkey or the account has no password.
     *
     * @param byPasskey whether the session began with a passkey that verified the user
     * @param credentials reads the current credentials from the request
     * @throws ServiceException {@code invalid_request} if a required password is missing; {@code invalid_credentials},
     *     {@code otp_required}, {@code too_many_attempts}, {@code limit_reached}
     */
    public PasskeyCeremony startPasskey(
            UUID account, UUID session, boolean byPasskey, Supplier<ReauthenticationCredentials> credentials) {
        if (isPasswordRequired(account, byPasskey)) {
            reauthentication.require(account, credentials.get());
        }
        return registration.start(account, session);
    }

    /** Returns whether {@link #startPasskey} requires the current credentials. */
    public boolean isPasswordRequired(UUID account, boolean byPasskey) {
        return !byPasskey && passwords.hasPassword(account);
    }

    /** Returns the second factors. */
    public FactorList factors(UUID account) {
        return factors.list(account);
    }

    /**
     * Creates a secret for an authenticator app. It is not a second factor until {@link #confirm}.
     *
     * @throws ServiceException {@code invalid_credentials}, {@code otp_required}, {@code too_many_attempts}
     */
    public Enrolment enrol(UUID account, ReauthenticationCredentials credentials) {
        reauthentication.require(account, credentials);
        return factors.enrol(account);
    }

    /**
     * Confirms the authenticator app by its first code. Every session except the given one ends.
     *
     * @return new recovery codes, returned only once
     * @throws ServiceException {@code not_found} if no enrolment is pending, {@code invalid_credentials} if the code is
     *     wrong
     */
    public List<String> confirm(UUID account, PresentedFactor otp, UUID session) {
        return factors.confirm(account, otp, session);
    }

    /**
     * Replaces the recovery codes.
     *
     * @return the new codes, returned only once
     * @throws ServiceException {@code not_found} if the account has no second factor; {@code invalid_credentials},
     *     {@code otp_required}, {@code too_many_attempts}
     */
    public List<String> replaceRecoveryCodes(UUID account, ReauthenticationCredentials credentials) {
        reauthentication.require(account, credentials);
        return factors.replaceRecoveryCodes(account);
    }

    /**
     * Removes the second factors. Every session except the given one ends.
     *
     * @param factor the id of a factor of the account
     * @throws ServiceException {@code not_found} if the account has no such factor; {@code invalid_credentials}, {@code
     *     otp_required}, {@code too_many_attempts}
     */
    public void removeFactors(UUID account, UUID factor, ReauthenticationCredentials credentials, UUID session) {
        if (!factors.has(account, factor)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "the account has no second factor with this id");
        }
        reauthentication.require(account, credentials);
        factors.removeAll(account, account, session);
    }
}
