package dev.signet.login.authentication;

import dev.signet.accounts.Account;
import dev.signet.tokens.grant.AuthenticationContext;
import dev.signet.tokens.grant.Authorization;
import dev.signet.tokens.grant.RequestedAccess;

import java.time.Instant;
import java.util.List;

/** A proof of authentication: the account, the access that the login requested, and the authentication. */
public record AuthenticatedUser(
        Account account, RequestedAccess loginAccess, AuthenticationContext authenticationContext) {

    private static final String MULTIPLE_FACTORS = "mfa";
    // Only an authentication with a passkey, which verifies the user, has this method.
    private static final String USER_VERIFIED = "user";

    /**
     * Creates the proof. Its authentication context class reference is {@code phr} (phishing-resistant, OpenID Connect
     * EAP ACR Values 1.0 §2) for a passkey, otherwise the assurance level of NIST SP 800-63B that the methods reach.
     *
     * @param amr authentication method references (RFC 8176)
     */
    public AuthenticatedUser(Account account, RequestedAccess loginAccess, List<String> amr, Instant at) {
        this(account, loginAccess, new AuthenticationContext(classReference(amr), amr, at));
    }

    private static String classReference(List<String> amr) {
        if (amr.contains(USER_VERIFIED)) {
            return "phr";
        }
        return amr.contains(MULTIPLE_FACTORS) ? "aal2" : "aal1";
    }

    /** Returns the authorization that the login requested. */
    public Authorization authorization() {
        return new Authorization(
                account.id(),
                loginAccess.clientId(),
                loginAccess.audience(),
                loginAccess.scope(),
                authenticationContext);
    }
}
