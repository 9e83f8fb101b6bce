package dev.signet.login;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.authentication.Authentication;
import dev.signet.login.passkeys.PasskeyAuthentication;
import dev.signet.login.passkeys.PasskeyCeremony;
import dev.signet.login.passkeys.PresentedPasskey;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.RequestedAccess;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** The first-party login with a passkey. */
@ApplicationScoped
class PasskeyLogin {

    private static final String ANY_HOLDER = "";

    private final PasskeyAuthentication passkeys;
    private final Authentication authentication;
    private final LoginService logins;
    private final AllowedLoginAccess access;
    private final AttemptLimits limits;
    private final LoginConfig config;
    private final Caller caller;

    PasskeyLogin(
            PasskeyAuthentication passkeys,
            Authentication authentication,
            LoginService logins,
            AllowedLoginAccess access,
            AttemptLimits limits,
            LoginConfig config,
            Caller caller) {
        this.passkeys = passkeys;
        this.authentication = authentication;
        this.logins = logins;
        this.access = access;
        this.limits = limits;
        this.config = config;
        this.caller = caller;
    }

    /**
     * Starts a login.
     *
     * @throws ServiceException {@code invalid_grant}; {@code too_many_attempts}
     */
    PasskeyCeremony start(PasskeyOptionsBody body) {
        limits.countPage(caller.ipAddress());
        String mfaToken = body.mfaToken();
        return mfaToken == null
                ? passkeys.start(body.username(), ANY_HOLDER)
                : authentication
                        .startPasskeyFactor(mfaToken, config.clientId(), ANY_HOLDER)
                        .orElseThrow(() -> new ServiceException(
                                ErrorCode.INVALID_GRANT, "mfa_token is unknown or expired, or there is no passkey"));
    }

    /**
     * Opens the session of a login.
     *
     * @throws ServiceException as thrown by {@link Authentication#byPasskey} and {@link Authentication#byPasskeyFactor};
     *     {@code invalid_scope}; {@code invalid_target}
     */
    IssuedTokens finish(PasskeyLoginBody body) {
        PresentedPasskey passkey = body.passkey();
        String mfaToken = body.mfaToken();
        return logins.issue(
                mfaToken == null
                        ? authentication.byPasskey(
                                passkey,
                                new RequestedAccess(
                                        config.clientId(),
                                        access.audience(body.audience()),
                                        access.scope(body.scope())))
                        : authentication.byPasskeyFactor(mfaToken, config.clientId(), passkey));
    }
}
