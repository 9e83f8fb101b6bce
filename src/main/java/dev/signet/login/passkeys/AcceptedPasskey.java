package dev.signet.login.passkeys;

import dev.signet.tokens.grant.AuthenticationContext;

import java.util.List;
import java.util.UUID;

/**
 * A passkey whose assertion was accepted.
 *
 * @param synced whether the passkey may be stored on several devices
 */
public record AcceptedPasskey(UUID account, boolean synced) {

    /**
     * Returns the authentication method references (RFC 8176 §2): a key in hardware or software, with verification of
     * the user, which are two factors.
     */
    public List<String> amr() {
        return List.of(synced ? "swk" : "hwk", "user", "mfa");
    }

    /** Returns the authentication context class reference: phishing-resistant (OpenID Connect EAP ACR Values 1.0 §2). */
    public String acr() {
        return AuthenticationContext.PHISHING_RESISTANT;
    }
}
