package dev.signet.tokens.access;

import dev.signet.accounts.Account;
import dev.signet.tokens.grant.SessionGrant;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;

/**
 * Newly issued access token, with the refresh token if the session has one.
 *
 * @param account the account of the tokens, as of the time of issue
 * @param sessionGrant the grant that the access token contains
 */
public record IssuedTokens(
        Account account,
        SessionGrant sessionGrant,
        IssuedAccessToken access,
        @Nullable String refreshToken,
        Duration refreshExpiresIn) {

    /** Returns the refresh token of a session that must have one, as all sessions of the first-party login do. */
    public String requiredRefreshToken() {
        return Objects.requireNonNull(refreshToken, "the session has no refresh tokens");
    }

    @Override
    public String toString() {
        return "IssuedTokens[session=" + sessionGrant.sessionId() + "]";
    }
}
