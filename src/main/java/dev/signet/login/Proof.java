package dev.signet.login;

import dev.signet.accounts.Account;
import dev.signet.login.pending.WantedAccess;

import java.time.Instant;
import java.util.List;

/**
 * Who somebody was shown to be, how and when, and what the login asked for.
 *
 * @param amr authentication method references (RFC 8176)
 */
public record Proof(Account account, WantedAccess wanted, List<String> amr, Instant at) {

    private static final String MULTIPLE_FACTORS = "mfa";

    /** The authentication context class reference: the assurance level of NIST SP 800-63B the methods amount to. */
    public String acr() {
        return amr.contains(MULTIPLE_FACTORS) ? "aal2" : "aal1";
    }
}
