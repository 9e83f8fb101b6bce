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

    /**
     * Creates the proof. Its authentication context class reference is the assurance level of NIST SP 800-63B that the
     * methods reach.
     *
     * @param amr authentication method references (RFC 8176)
     */
    public AuthenticatedUser(Account account, RequestedAccess loginAccess, List<String> amr, Instant at) {
        this(
                account,
                loginAccess,
                new AuthenticationContext(amr.contains(MULTIPLE_FACTORS) ? "aal2" : "aal1", amr, at));
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
