package dev.signet.tokens.grant;

import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;

import java.util.List;
import java.util.UUID;

/**
 * Authorization: what a client may do in the name of an account, and how its user was authenticated. It stays the same
 * from the consent or the login through the code and the session to the tokens.
 *
 * @param clientId the client that acts
 * @param audience the resource servers that accept the tokens (RFC 8707)
 * @param scope the granted scope
 */
public record Authorization(
        UUID accountId,
        String clientId,
        List<String> audience,
        Scope scope,
        AuthenticationContext authenticationContext) {

    /**
     * Returns the authorization of a stored row.
     *
     * @param audience {@link #audienceText}
     * @param scope the text of the scope
     */
    public static Authorization ofStored(
            UUID accountId,
            String clientId,
            String audience,
            String scope,
            AuthenticationContext authenticationContext) {
        return new Authorization(
                accountId, clientId, SpaceSeparatedValues.split(audience), Scope.ofText(scope), authenticationContext);
    }

    /** Returns the audience separated by spaces, as it is stored. */
    public String audienceText() {
        return SpaceSeparatedValues.join(audience);
    }

    Authorization with(Scope otherScope, List<String> otherAudience) {
        return new Authorization(accountId, clientId, otherAudience, otherScope, authenticationContext);
    }
}
