package dev.signet.tokens;

/**
 * A refresh token as a client presents it.
 *
 * @param clientId who presents it
 * @param form how the tokens are to be made; its key is the one the client showed a proof of
 */
public record RefreshRequest(String refreshToken, String clientId, TokenForm form) {

    /** As the first-party login's own callers do. */
    public static RefreshRequest plain(String refreshToken, String clientId) {
        return new RefreshRequest(refreshToken, clientId, TokenForm.AS_CONFIGURED);
    }

    @Override
    public String toString() {
        return "RefreshRequest[client=" + clientId + "]";
    }
}
