package dev.signet.login.authentication;

import dev.signet.accounts.Account;
import dev.signet.login.pending.LoginAccess;

import java.time.Instant;
import java.util.List;

/**
 * A proof of authentication: the account, the methods, the time, and the access that the login requested.
 *
 * @param amr authentication method references (RFC 8176)
 */
public record AuthenticatedUser(Account account, LoginAccess loginAccess, List<String> amr, Instant at) {

    private static final String MULTIPLE_FACTORS = "mfa";

    /**
     * Returns the authentication context class reference: the assurance level of NIST SP 800-63B that the methods
     * reach.
     */
    public String acr() {
        return amr.contains(MULTIPLE_FACTORS) ? "aal2" : "aal1";
    }
}
