package dev.signet.tokens.refresh;

import dev.signet.tokens.access.IssuedTokens;
import dev.signet.tokens.grant.TokenOptions;

import java.util.function.Consumer;

/**
 * Refresh token presented by a client.
 *
 * @param clientId the client that presents it
 * @param options the options of the new tokens; its key is the one of the client's DPoP proof
 * @param trial builds the rest of the response; called with trial tokens before the refresh token is consumed if a
 *     token may be too long
 */
public record RefreshRequest(String refreshToken, String clientId, TokenOptions options, Consumer<IssuedTokens> trial) {

    /** Returns a request of the first-party login, with the configured token options. */
    public static RefreshRequest plain(String refreshToken, String clientId) {
        return new RefreshRequest(refreshToken, clientId, TokenOptions.AS_CONFIGURED, tokens -> {});
    }

    @Override
    public String toString() {
        return "RefreshRequest[client=" + clientId + "]";
    }
}
