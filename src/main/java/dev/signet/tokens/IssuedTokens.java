package dev.signet.tokens;

import dev.signet.accounts.Account;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * An access token, and the refresh token that can replace both if the session has any.
 *
 * @param account whose they are, as it was when they were issued
 * @param granted what the access token says of the session
 */
public record IssuedTokens(
        Account account,
        Granted granted,
        IssuedAccessToken access,
        @Nullable String refreshToken,
        Duration refreshExpiresIn) {

    /** The refresh token of a session that has one, as every session of the first-party login. */
    public String requiredRefreshToken() {
        return Objects.requireNonNull(refreshToken, "the session has no refresh tokens");
    }

    @Override
    public String toString() {
        return "IssuedTokens[session=" + granted.sessionId() + "]";
    }
}
