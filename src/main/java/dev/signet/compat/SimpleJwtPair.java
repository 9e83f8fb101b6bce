package dev.signet.compat;

import dev.signet.tokens.access.IssuedTokens;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Response of simplejwt's {@code TokenObtainPairView}: refresh and access token. */
record SimpleJwtPair(
        @Schema(examples = "\"sgr_…\"") String refresh,

        @Schema(examples = "\"eyJhbGciOiJSUzI1NiIs…\"") String access) {

    static SimpleJwtPair of(IssuedTokens tokens) {
        return new SimpleJwtPair(tokens.requiredRefreshToken(), tokens.access().value());
    }

    @Override
    public String toString() {
        return "SimpleJwtPair";
    }
}
