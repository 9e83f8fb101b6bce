package dev.signet.tokens.grant;

import dev.signet.database.SpaceSeparatedValues;

import java.time.Instant;
import java.util.List;

/**
 * Authentication context: how and when a user was authenticated.
 *
 * @param acr authentication context class reference (OpenID Connect Core §2)
 * @param amr authentication method references (RFC 8176)
 * @param authTime the time of the authentication
 */
public record AuthenticationContext(String acr, List<String> amr, Instant authTime) {

    /** Phishing-resistant (OpenID Connect EAP ACR Values 1.0 §2): a passkey that verified the user. */
    public static final String PHISHING_RESISTANT = "phr";

    private static final List<String> ASCENDING_ACR = List.of("aal1", "aal2", PHISHING_RESISTANT);

    public AuthenticationContext {
        amr = List.copyOf(amr);
    }

    /**
     * Returns the context of a stored row.
     *
     * @param amr {@link #amrText}
     */
    public static AuthenticationContext ofStored(String acr, String amr, Instant authTime) {
        return new AuthenticationContext(acr, SpaceSeparatedValues.split(amr), authTime);
    }

    /**
     * Returns whether the user was authenticated at least as strongly as a class reference demands: {@code phr} satisfies
     * {@code aal2}, and both satisfy {@code aal1}. An unknown class satisfies nothing.
     */
    public boolean satisfies(String requiredAcr) {
        int required = ASCENDING_ACR.indexOf(requiredAcr);
        return required >= 0 && ASCENDING_ACR.indexOf(acr) >= required;
    }

    /** Returns the authentication method references separated by spaces, as they are stored. */
    public String amrText() {
        return SpaceSeparatedValues.join(amr);
    }
}
