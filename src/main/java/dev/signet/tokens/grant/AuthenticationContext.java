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

    /** Returns the authentication method references separated by spaces, as they are stored. */
    public String amrText() {
        return SpaceSeparatedValues.join(amr);
    }
}
