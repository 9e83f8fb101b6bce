package dev.signet.oauth.token;

import dev.signet.accounts.Account;
import dev.signet.clients.Client;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was issued to whom, for those who extend the answer.
 *
 * @param scope what was granted, space-separated
 * @param nonce of the authorization request, if this is its answer
 * @param code the authorization code these are the tokens of, if any
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
