package dev.signet.login.session;

import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request body with a refresh token. */
record RefreshTokenBody(
        @Schema(examples = "\"sgr_…\"") @Nullable String refreshToken) {

    private static final int MAX_LENGTH = 1_000;

    String required() {
        if (refreshToken == null || refreshToken.isEmpty() || refreshToken.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember("refresh_token", "refresh_token is missing or too long");
        }
        return refreshToken;
    }

    @Override
    public String toString() {
        return "RefreshTokenBody";
    }
}
