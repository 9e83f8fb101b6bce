package dev.signet.tokens;

import java.time.Duration;
import java.util.UUID;

/** An access token and the refresh token that can replace both. */
public record IssuedTokens(
        String accessToken,
        Duration expiresIn,
        String refreshToken,
        Duration refreshExpiresIn,
        String scope,
        UUID sessionId) {

    @Override
    public String toString() {
        return "IssuedTokens[session=" + sessionId + "]";
    }
}
