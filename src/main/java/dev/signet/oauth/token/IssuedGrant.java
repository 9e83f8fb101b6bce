package dev.signet.oauth.token;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Issued tokens of a user, as input of a {@link TokenResponseExtension}.
 *
 * @param scope the granted scope, space-separated
 * @param nonce the {@code nonce} of the authorization request, if the tokens are for its code
 * @param code the authorization code for which the tokens were issued, if any
 * @param claimsRequest the {@code claims} parameter of the authorization request (OpenID Connect Core §5.5), if any
 */
public record IssuedGrant(
        Client client,
        Account account,
        String scope,
        @Nullable String nonce,
        String acr,
        List<String> amr,
        Instant authTime,
        UUID sessionId,
        String accessToken,
        @Nullable String code,
        @Nullable String claimsRequest) {

    @Override
    public String toString() {
        return "IssuedGrant[client=" + client.id() + ", session=" + sessionId + "]";
    }
}
