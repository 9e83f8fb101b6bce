package dev.signet.tokens;

import java.util.function.Consumer;

/**
 * A refresh token as a client presents it.
 *
 * @param clientId who presents it
 * @param form how the tokens are to be made; its key is the one the client showed a proof of
 * @param trial builds the rest of the response; called with trial tokens before the refresh token is consumed if a token may be too long
 */
public record RefreshRequest(String refreshToken, String clientId, TokenForm form, Consumer<IssuedTokens> trial) {

    /** As the first-party login's own callers do. */
    public static RefreshRequest plain(String refreshToken, String clientId) {
        return new RefreshRequest(refreshToken, clientId, TokenForm.AS_CONFIGURED, tokens -> {});
    }

    @Override
    public String toString() {
        return "RefreshRequest[client=" + clientId + "]";
    }
}
