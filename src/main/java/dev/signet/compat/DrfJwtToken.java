package dev.signet.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.signet.tokens.access.IssuedAccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The response of all three views, and the request of two of them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DrfJwtToken(
        @Schema(examples = "\"eyJhbGciOiJSUzI1NiIs…\"") @Nullable
        String token) {

    static DrfJwtToken of(IssuedAccessToken token) {
        return new DrfJwtToken(token.value());
    }

    @Override
    public String toString() {
        return "DrfJwtToken";
    }
}
