package dev.signet.login;

import dev.signet.tokens.access.IssuedTokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tokens in a response, with the members of RFC 6749 §5.1. */
public record LoginResponse(
        @Schema(examples = "\"eyJhbGciOiJFUzI1NiIs…\"") String accessToken,
        @Schema(examples = "\"Bearer\"") String tokenType,
        @Schema(examples = "300") long expiresIn,
        @Schema(examples = "\"sgr_…\"") String refreshToken,
        @Schema(examples = "86400") long refreshExpiresIn,
        @Schema(examples = "\"profile\"") String scope) {

    public static LoginResponse of(IssuedTokens tokens) {
        return new LoginResponse(
                tokens.access().value(),
                "Bearer",
                tokens.access().expiresIn().toSeconds(),
                tokens.requiredRefreshToken(),
                tokens.refreshExpiresIn().toSeconds(),
                tokens.sessionGrant().authorization().scope().toString());
    }

    @Override
    public String toString() {
        return "LoginResponse";
    }
}
