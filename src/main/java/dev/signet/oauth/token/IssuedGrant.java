package dev.signet.oauth.token;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;
import dev.signet.tokens.grant.SessionGrant;
import org.jspecify.annotations.Nullable;

/**
 * Issued tokens of a user, as input of a {@link TokenResponseExtension}.
 *
 * @param nonce the {@code nonce} of the authorization request, if the tokens are for its code
 * @param code the authorization code for which the tokens were issued, if any
 * @param claimsRequest the {@code claims} parameter of the authorization request (OpenID Connect Core §5.5), if any
 */
public record IssuedGrant(
        Client client,
        Account account,
        SessionGrant sessionGrant,
        @Nullable String nonce,
        String accessToken,
        @Nullable String code,
        @Nullable String claimsRequest) {

    @Override
    public String toString() {
        return "IssuedGrant[client=" + client.id() + ", session=" + sessionGrant.sessionId() + "]";
    }
}
